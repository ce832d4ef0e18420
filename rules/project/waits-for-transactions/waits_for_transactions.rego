# METADATA
# title: a reader waits for as long as a transaction may stay open
# description: |
#   With isolation.level=read_committed a consumer reads up to the first open transaction. A producer that dies leaves its transaction open until
#   transaction.timeout.ms has passed, and meanwhile all such readers of its topics stand still. Keep the timeout as short as the producer's work allows.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transaction.timeout.ms
# custom:
#   id: KC011
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [consumer]
#   scope: project
#   remediation: Lower transaction.timeout.ms of the producer.
#   since: "0.2.0"
package kcfglint.rules.project.waits_for_transactions

import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	some id in input.joins.consumers[topic]
	component := input.components[id]
	component.values["isolation.level"] == "read_committed"
	writer := near.pick(clusters, component.cluster)
	timeout := input.components[writer].values["transaction.timeout.ms"]
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": $`isolation.level="read_committed" and topic {topic}, whose transactions may stay open for transaction.timeout.ms="{timeout}": when {near.place(input.components[writer])} dies, this consumer stands still for as long; lower the timeout there`,
		"related": [{"at": {"key": "transaction.timeout.ms", "component": writer}, "message": "how long a transaction stays open"}],
	}
}

first := {topic: near.first(writers) |
	some topic, ids in input.joins.transactions
	writers := [id | some id in ids; holds_up(input.components[id])]
	writers != []
}

holds_up(producer) if {
	producer.values["transaction.timeout.ms"] >= 600000
	producer.state["transaction.timeout.ms"] in {"explicit", "inherited"}
}
