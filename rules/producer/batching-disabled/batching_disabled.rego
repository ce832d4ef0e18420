# METADATA
# title: records are sent one by one
# description: |
#   With a batch.size below 1 KiB almost every record becomes a request of its own: the brokers' request threads are
#   busy long before the network is, and compression has nothing to work on. From 4.0 on linger.ms=0 also gives up
#   the 5 ms that let records of one moment share a request. Keep batch.size at 16 KiB or more; where latency
#   matters, set linger.ms=0 and leave batch.size alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_batch.size
# - ref: https://kafka.apache.org/documentation/#producerconfigs_linger.ms
# custom:
#   id: KP025
#   severities: [warning, info]
#   confidence: certain
#   consequence: performance
#   kinds: [producer]
#   workloads: [durability, throughput, cost]
#   remediation: Set batch.size to 16384 or more.
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.producer.batching_disabled

report contains finding if {
	input.client.name in {"java", "kafka-python", "aiokafka"}
	size := input.values["batch.size"]
	size < 1024
	input.state["batch.size"] in {"explicit", "inherited"}
	finding := {
		"at": "batch.size",
		"message": $`batch.size="{size}" (bytes): almost every record becomes a request of its own; set 16384 or more`,
	}
}

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [4, 0]
	input.values["linger.ms"] == 0
	input.state["linger.ms"] in {"explicit", "inherited"}
	finding := {
		"at": "linger.ms",
		"severity": "info",
		"workloads": ["throughput", "cost"],
		"message": `linger.ms="0" gives up the 5 ms in which records share a request by default from 4.0 on; remove it unless latency matters more than load`,
	}
}
