# METADATA
# title: records whose processing fails are dropped
# description: |
#   LogAndContinueProcessingExceptionHandler, which came with Kafka 3.9, goes on after an exception in a processor and
#   drops the record, with a line in the log. State that was changed before the exception stays changed. A bug or a
#   service that cannot be reached then empties the output while the application looks healthy. Let it fail, or set a
#   dead letter queue.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.exception.handler
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1033%3A+Add+Kafka+Streams+exception+handler+for+exceptions+occurring+during+processing
# custom:
#   id: KS013
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove processing.exception.handler, or set a dead letter queue.
#   versions: ["3.9", "4.2"]
#   since: "0.2.0"
package kcfglint.rules.streams.processing_continue

import data.kcfglint.lib.loss

report contains finding if {
	input.state["processing.exception.handler"] in {"explicit", "inherited"}
	class := trim_space(input.values["processing.exception.handler"])
	endswith(class, "LogAndContinueProcessingExceptionHandler")
	input.versions.client.version >= [3, 9]
	finding := {
		"at": "processing.exception.handler",
		"severity": severity,
		"message": $`processing.exception.handler="{class}": records whose processing throws are dropped with a line in the log; let the application fail, or keep them in a dead letter queue (Kafka 4.2)`,
	}
}

default severity := "warning"

severity := "info" if loss.tolerated

# DeadLetterQueueRecord of the handlers.
severity := "info" if {
	input.state["errors.dead.letter.queue.topic.name"] in {"explicit", "inherited", "unknown"}
	input.versions.client.version >= [4, 2]
}
