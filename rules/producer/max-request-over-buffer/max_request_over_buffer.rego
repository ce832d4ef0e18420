# METADATA
# title: max.request.size is above buffer.memory
# description: |
#   max.request.size admits records that the buffer can never hold: they fail with RecordTooLargeException, whatever is
#   retried. Set buffer.memory above max.request.size; several times as much lets requests run side by side.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.request.size
# - ref: https://kafka.apache.org/documentation/#producerconfigs_buffer.memory
# custom:
#   id: KP029
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [producer]
#   remediation: Set buffer.memory to a multiple of max.request.size.
#   since: "0.1.0"
package kcfglint.rules.producer.max_request_over_buffer

report contains finding if {
	input.client.name == "java"
	size := input.values["max.request.size"]
	buffer := input.values["buffer.memory"]
	size > buffer
	finding := {
		"at": place,
		"message": $`max.request.size ({size}) is above buffer.memory ({buffer}): records between the two always fail, as the buffer cannot hold them; raise buffer.memory`,
		"related": related,
	}
}

default place := "buffer.memory"

place := "max.request.size" if input.state["max.request.size"] in {"explicit", "inherited"}

default related := []

related := [{"at": "buffer.memory", "message": "the buffer that is too small"}] if {
	place == "max.request.size"
	input.state["buffer.memory"] in {"explicit", "inherited"}
}
