# METADATA
# title: a dead letter queue without tolerance stops at the first record
# description: |
#   With errors.tolerance=none, the default, the first record that cannot be converted fails the task, whether there is
#   a dead letter queue or not: the record is copied to the queue, the task stops, and after each restart it meets the
#   same record again. Set errors.tolerance=all, or remove the queue if the task is meant to stop.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.tolerance
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN005
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [sink-connector]
#   remediation: Set errors.tolerance=all, or remove the dead letter queue.
#   since: "0.2.0"
package kcfglint.rules.connect.dlq_without_tolerance

# RetryWithToleranceOperator reports the record and throws.
report contains finding if {
	input.values["errors.tolerance"] == "none"
	queue := trim_space(input.settings["errors.deadletterqueue.topic.name"].value)
	queue != ""
	finding := {
		"at": "errors.deadletterqueue.topic.name",
		"message": $`errors.deadletterqueue.topic.name="{queue}" with errors.tolerance=none{default_note}: the first bad record still stops the task, at every restart; set errors.tolerance=all`,
		"related": [{"at": "errors.tolerance", "message": "the tolerance"} | input.settings["errors.tolerance"]],
	}
}

default default_note := ""

default_note := ", the default" if input.state["errors.tolerance"] == "default"
