# METADATA
# title: a source has no dead letter queue
# description: |
#   Only sink connectors write records that failed to a dead letter queue. In a source,
#   errors.deadletterqueue.topic.name is passed over without a word, and records that are skipped are gone although the
#   configuration names a place for them. Remove it, and let the task fail at such records.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.deadletterqueue.topic.name
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN003
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [source-connector]
#   remediation: Remove errors.deadletterqueue.topic.name.
#   supersedes: [KM001, KM002]
#   since: "0.2.0"
package kcfglint.rules.connect.dlq_on_source_ignored

# SinkConnectorConfig alone defines it.
report contains finding if {
	input.state["errors.deadletterqueue.topic.name"] in {"explicit", "inherited"}
	queue := trim_space(input.settings["errors.deadletterqueue.topic.name"].value)
	queue != ""
	finding := {
		"at": "errors.deadletterqueue.topic.name",
		"message": $`errors.deadletterqueue.topic.name="{queue}" in a source has no effect: only sinks have a dead letter queue{lost}; remove it`,
	}
}

default lost := ""

lost := ", and errors.tolerance=all drops the records" if input.values["errors.tolerance"] == "all"
