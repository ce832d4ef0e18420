# METADATA
# title: records that cannot be read are dropped
# description: |
#   LogAndContinueExceptionHandler skips each record that cannot be deserialized, with a line in the log. A producer
#   that changes its format, or a schema registry that cannot be reached, empties the input in that way while the
#   application looks healthy and commits its offsets. Let it fail, or from Kafka 4.2 on set
#   errors.dead.letter.queue.topic.name.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_deserialization.exception.handler
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034%3A+Dead+letter+queue+in+Kafka+Streams
# custom:
#   id: KS011
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove the handler, so that the application fails, or set a dead letter queue.
#   versions: ["4.0", "4.2"]
#   since: "0.2.0"
package kcfglint.rules.streams.deserialization_continue

import data.kcfglint.lib.loss

report contains finding if {
	class := trim_space(handler)
	endswith(class, "LogAndContinueExceptionHandler")
	finding := {
		"at": key,
		"severity": severity,
		"message": $`{key}="{class}": records that cannot be deserialized are dropped with a line in the log; let the application fail, or keep them in a dead letter queue (Kafka 4.2)`,
	}
}

key := "deserialization.exception.handler" if {
	input.state["deserialization.exception.handler"] in {"explicit", "inherited"}
	input.versions.client.version >= [4, 0]
}

# What has the new name counts before what has the old one.
key := "default.deserialization.exception.handler" if {
	input.state["default.deserialization.exception.handler"] in {"explicit", "inherited"}
	renamed_unset
}

renamed_unset if not input.settings["deserialization.exception.handler"]

renamed_unset if input.versions.client.version < [4, 0]

handler := input.values["deserialization.exception.handler"] if key == "deserialization.exception.handler"

handler := input.values["default.deserialization.exception.handler"] if startswith(key, "default.")

default severity := "warning"

severity := "info" if loss.tolerated

# DeadLetterQueueRecord of the handlers.
severity := "info" if {
	input.state["errors.dead.letter.queue.topic.name"] in {"explicit", "inherited", "unknown"}
	input.versions.client.version >= [4, 2]
}
