# METADATA
# title: incremental allocation of buffers does not work with compression
# description: |
#   Producers from 4.4 on can take the memory of a batch in chunks of 16 KiB as it fills. They cannot compress such
#   batches yet and refuse to start with buffer.memory.allocation.strategy=incremental, a batch.size of at least one
#   chunk, and a compression.type other than none. Remove one of the two.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_buffer.memory.allocation.strategy
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.type
# custom:
#   id: KP037
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Remove buffer.memory.allocation.strategy=incremental, or the compression.
#   versions: ["4.4"]
#   since: "0.1.0"
package kcfglint.rules.producer.incremental_buffer_compression

# KafkaProducer's constructor: below one chunk it falls back to the full strategy.
report contains finding if {
	input.client.name == "java"
	lower(input.values["buffer.memory.allocation.strategy"]) == "incremental"
	compression := input.values["compression.type"]
	compression != "none"
	input.values["batch.size"] >= 16384
	input.versions.client.version >= [4, 4]
	finding := {
		"at": "buffer.memory.allocation.strategy",
		"message": $`buffer.memory.allocation.strategy="incremental" with compression.type="{compression}": the producer refuses to start, as it cannot compress in chunks; remove one of the two`,
		"related": [{"at": "compression.type", "message": "compression is asked for here"}],
	}
}
