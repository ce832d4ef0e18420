# METADATA
# title: buffer.memory cannot hold one batch
# description: |
#   The producer starts, but each send asks the buffer for one whole batch and fails with an exception, as the buffer is
#   smaller than batch.size. An application that ignores the result of send looks healthy and sends nothing. Leave
#   buffer.memory at its default of 32 MiB, or lower batch.size.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_buffer.memory
# - ref: https://kafka.apache.org/documentation/#producerconfigs_batch.size
# custom:
#   id: KP028
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [producer]
#   remediation: Remove buffer.memory, or set it well above batch.size.
#   since: "0.1.0"
package kcfglint.rules.producer.buffer_smaller_than_batch

report contains finding if {
	input.client.name == "java"
	buffer < batch
	place == "buffer.memory"
	finding := {
		"at": place,
		"message": $`buffer.memory="{buffer}" is below batch.size ({batch}): every send fails, as the buffer cannot hold one batch; set 33554432`,
		"related": [{"at": "batch.size", "message": "the batch that does not fit"} | input.state["batch.size"] in {"explicit", "inherited"}],
	}
}

report contains finding if {
	input.client.name == "java"
	buffer < batch
	place == "batch.size"
	finding := {
		"at": place,
		"message": $`batch.size="{batch}" is above buffer.memory ({buffer}): every send fails, as the buffer cannot hold one batch; set 16384`,
	}
}

buffer := input.values["buffer.memory"]

batch := input.values["batch.size"]

default place := "batch.size"

place := "buffer.memory" if input.state["buffer.memory"] in {"explicit", "inherited"}
