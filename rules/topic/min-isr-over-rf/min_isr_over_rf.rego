# METADATA
# title: acks=all needs more replicas than the topic has
# description: |
#   min.insync.replicas is how many in-sync replicas a write with acks=all needs. More than there are can never be in
#   sync, so every such write fails with NotEnoughReplicas; the broker accepts the setting without a word. Set it to
#   one less than the replication factor. Brokers from 3.7 on take a number above the replicas for all of them.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# - ref: https://issues.apache.org/jira/browse/KAFKA-15583
# custom:
#   id: KT004
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [topic]
#   remediation: Set min.insync.replicas to one less than the replication factor.
#   versions: ["broker 3.7"]
#   since: "0.2.0"
package kcfglint.rules.topic.min_isr_over_rf

report contains finding if {
	replicas := input.values["@replication-factor"]
	replicas > 0
	input.state["min.insync.replicas"] in {"explicit", "inherited"}
	needed := input.values["min.insync.replicas"]
	needed > replicas
	input.versions.broker.version < [3, 7] # Partition.effectiveMinIsr
	finding := {
		"at": "min.insync.replicas",
		"message": $`min.insync.replicas="{needed}" of {replicas} replicas (line {input.settings["@replication-factor"].line}): every write with acks=all fails; set {max([1, replicas - 1])}`,
		"related": [{"at": "@replication-factor", "message": "the replicas of the topic"}],
	}
}
