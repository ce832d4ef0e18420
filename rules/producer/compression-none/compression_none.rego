# METADATA
# title: records are sent uncompressed
# description: |
#   Without compression every record crosses the network and lies on the disks of all replicas at full size. Text
#   such as JSON shrinks to a fifth or less. Set compression.type=zstd or lz4, unless the payload is already
#   compressed or encrypted or the topic has a compression.type of its own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.type
# custom:
#   id: KP022
#   severities: [info]
#   confidence: likely
#   consequence: cost
#   kinds: [producer]
#   workloads: [throughput, cost]
#   remediation: Set compression.type=zstd or lz4.
#   since: "0.2.0"
package kcfglint.rules.producer.compression_none

report contains finding if {
	input.values["compression.type"] == "none"
	finding := {
		"at": "compression.type",
		"message": $`{subject}: records cross the network and lie on every replica at full size; set compression.type=zstd or lz4, unless the payload is compressed already`,
	}
}

subject := "compression.type is not set and none by default" if input.state["compression.type"] == "default"

subject := `compression.type="none"` if input.state["compression.type"] in {"explicit", "inherited"}
