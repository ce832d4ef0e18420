# METADATA
# title: a pattern may match internal topics
# description: |
#   With exclude.internal.topics=false a subscription by pattern also matches __consumer_offsets and
#   __transaction_state, whose records show the groups and transactions of everyone, and which are no business of an
#   application. Remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_exclude.internal.topics
# custom:
#   id: KC038
#   severities: [info]
#   confidence: certain
#   consequence: security
#   kinds: [consumer]
#   remediation: Remove exclude.internal.topics.
#   since: "0.2.0"
package kcfglint.rules.consumer.internal_topics_included

report contains finding if {
	input.values["exclude.internal.topics"] == false
	input.state["exclude.internal.topics"] in {"explicit", "inherited"}
	finding := {
		"at": "exclude.internal.topics",
		"message": `exclude.internal.topics="false": a subscription by pattern also reads __consumer_offsets and __transaction_state; remove it`,
	}
}
