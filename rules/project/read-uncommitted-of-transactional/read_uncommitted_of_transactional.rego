# METADATA
# title: A consumer reads what a transaction may yet abort
# description: |
#   The topic is written in transactions, and this consumer reads with isolation.level read_uncommitted, which is the default of
#   most clients and what Spring Boot always sets. It processes records of transactions that are aborted, and again when the producer
#   sends them anew. Set isolation.level to read_committed; librdkafka and KafkaJS do so themselves.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging
# custom:
#   id: KC010
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set isolation.level to read_committed.
#   since: "0.1.0"
package kcfglint.rules.project.read_uncommitted_of_transactional

import data.kcfglint.lib.near
import data.kcfglint.lib.transactions

report contains finding if {
	some id, topic in transactions.exposed
	input.components[id].owner != "flink" # whose sources have a rule of their own
	writer := transactions.origin(topic, input.components[id].cluster)
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": sprintf(
			"isolation.level=\"read_uncommitted\": topic %q is written in transactions by %s, and what is aborted is read too; set read_committed",
			[topic, near.place(input.components[writer])],
		),
		"related": [{"at": {"key": transactions.evidence(writer), "component": writer}, "message": "writes in transactions"}],
	}
}
