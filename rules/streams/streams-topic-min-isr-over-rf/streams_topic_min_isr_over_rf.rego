# METADATA
# title: internal topics want more in-sync replicas than they have
# description: |
#   topic.min.insync.replicas is passed to the changelog and repartition topics. Brokers accept a number above the
#   replication factor, and then refuse each write with acks=all: the application stops at its first record. Set at
#   least one less than replication.factor, so that one broker may be down. Brokers from 3.7 on take a number above the
#   replicas for all of them.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_replication.factor
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# - ref: https://issues.apache.org/jira/browse/KAFKA-15583
# custom:
#   id: KS024
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [streams]
#   remediation: Set topic.min.insync.replicas to one less than replication.factor.
#   versions: ["3.0", "broker 3.7"]
#   since: "0.2.0"
package kcfglint.rules.streams.streams_topic_min_isr_over_rf

report contains finding if {
	input.state["topic.min.insync.replicas"] in {"explicit", "inherited"}
	minimum := input.values["topic.min.insync.replicas"]
	replicas := input.values["replication.factor"]
	replicas > 0
	minimum > replicas
	input.versions.broker.version < [3, 7] # Partition.effectiveMinIsr
	finding := {
		"at": "topic.min.insync.replicas",
		"message": $`topic.min.insync.replicas="{minimum}" is above replication.factor ({replicas}): the brokers refuse all writes to the internal topics; set at most {max([replicas - 1, 1])}`,
		"related": [{"at": "replication.factor", "message": "the number of replicas"} | input.settings["replication.factor"]],
	}
}
