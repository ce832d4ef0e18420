# METADATA
# title: the dead letter queue has one replica
# description: |
#   Connect creates the dead letter queue with errors.deadletterqueue.topic.replication.factor replicas. With one, the
#   loss of a broker's disk loses the records that were put aside, which are nowhere else. Set 3, the default. Where the
#   topic exists the number has no effect.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.deadletterqueue.topic.replication.factor
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN004
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [sink-connector]
#   remediation: Remove errors.deadletterqueue.topic.replication.factor, or set 3.
#   since: "0.2.0"
package kcfglint.rules.connect.dlq_rf

report contains finding if {
	input.values["errors.deadletterqueue.topic.replication.factor"] == 1
	trim_space(input.settings["errors.deadletterqueue.topic.name"].value) != ""
	finding := {
		"at": "errors.deadletterqueue.topic.replication.factor",
		"message": `errors.deadletterqueue.topic.replication.factor="1": the disk of one broker holds the only copy of the records that failed; set 3`,
	}
}
