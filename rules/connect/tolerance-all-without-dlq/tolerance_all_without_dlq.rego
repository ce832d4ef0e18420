# METADATA
# title: records that a sink cannot convert vanish
# description: |
#   With errors.tolerance=all a sink connector goes on when a converter or transformation fails, or when the connector
#   reports a record as bad. Without a dead letter queue the record is gone, and unless errors.log.enable is true nothing
#   says so. Set errors.deadletterqueue.topic.name, and errors.deadletterqueue.context.headers.enable=true to see why.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.deadletterqueue.topic.name
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN001
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [sink-connector]
#   remediation: Set errors.deadletterqueue.topic.name, with context headers and logging.
#   since: "0.1.0"
package kcfglint.rules.connect.tolerance_all_without_dlq

import data.kcfglint.lib.loss

report contains finding if {
	input.values["errors.tolerance"] == "all"
	no_queue
	finding := {
		"at": "errors.tolerance",
		"severity": severity,
		"message": $`errors.tolerance="all" without a dead letter queue: records that fail to convert are dropped{unseen}; set errors.deadletterqueue.topic.name`,
	}
}

no_queue if input.state["errors.deadletterqueue.topic.name"] in {"absent", "default"}

no_queue if trim_space(input.values["errors.deadletterqueue.topic.name"]) == ""

default unseen := ""

unseen := " without a trace" if input.values["errors.log.enable"] == false

default severity := "error"

severity := "info" if {
	input.values["errors.log.enable"] == true
	loss.tolerated
}
