# METADATA
# title: send gives up too early or blocks too long
# description: |
#   send() waits up to max.block.ms for the topic's metadata and for room in the buffer. Below a second the first
#   send of a fresh process, and each one while a broker is away, fails before the metadata is there. Above five
#   minutes the calling threads hang with the cluster, and with them whatever serves requests. Set 5000 to 60000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.block.ms
# custom:
#   id: KP032
#   severities: [warning, info]
#   confidence: likely
#   consequence: stall
#   kinds: [producer]
#   remediation: Set max.block.ms between 5000 and 60000.
#   since: "0.2.0"
package kcfglint.rules.producer.max_block_extreme

import data.kcfglint.lib.loss

report contains finding if {
	written
	block < 1000
	finding := {
		"at": "max.block.ms",
		"severity": severity,
		"consequence": "loss",
		"message": $`max.block.ms="{block}" (milliseconds): the first sends fail before the metadata has arrived, and their records are lost unless the application sends them again; set 5000 or more`,
	}
}

report contains finding if {
	written
	block > 300000
	finding := {
		"at": "max.block.ms",
		"message": $`max.block.ms="{block}" (milliseconds): while brokers are away or the buffer is full, threads that send hang for that long; set at most 60000`,
	}
}

block := input.values["max.block.ms"]

# Connect, MirrorMaker and Flink have threads of their own for it, and start again after errors.
written if {
	input.state["max.block.ms"] in {"explicit", "inherited"}
	not input.owner in {"connect", "mirrormaker", "flink", "streams"}
}

default severity := "warning"

# Who cannot wait drops on purpose.
severity := "info" if input.workload == "latency"

severity := "info" if loss.tolerated
