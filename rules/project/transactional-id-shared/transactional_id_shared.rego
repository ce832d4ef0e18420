# METADATA
# title: Two producers share a transactional id and fence each other
# description: |
#   A transactional id belongs to one producer at a time: initTransactions of the second one aborts the open transaction of the first and
#   fences it, so that its next call fails with ProducerFencedException and its records are never committed; restarted, it fences the second
#   one in turn. A literal id in several files does so, and so it does in several replicas of one deployment. Spring counts from 0 behind its
#   transaction-id-prefix, in each instance, so that the prefix has to be an instance's own. Derive the id from what tells the instances
#   apart, such as the ordinal of a StatefulSet.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transactional.id
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/transactions.html
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging
# custom:
#   id: KP014
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [producer]
#   scope: project
#   remediation: Derive transactional.id from what tells the instances apart, such as an ordinal.
#   since: "0.1.0"
package kcfglint.rules.project.transactional_id_shared

import data.kcfglint.lib.near

report contains finding if {
	some ids in input.joins["transactional-id"]
	some id, other in near.peers(ids)
	finding := {
		"at": {"key": "transactional.id", "component": id},
		"message": sprintf(
			"transactional.id=%q is also that of %s: each start of one aborts the open transaction of the other and fences it; give each instance an id of its own",
			[input.components[id].links.transactional_id, near.place(input.components[other])],
		),
		"related": [{"at": {"key": "transactional.id", "component": other}, "message": "the same id"}],
	}
}

report contains finding if {
	some tid, ids in input.joins["transactional-id"]
	some id in ids
	replicas := input.components[id].values["@replicas"]
	replicas > 1
	finding := {
		"at": {"key": "transactional.id", "component": id},
		"message": $`transactional.id="{tid}" in {replicas} replicas: each start of one aborts the open transaction of another and fences it; give each instance an id of its own`,
		"related": [{"at": {"key": "@replicas", "component": id}, "message": "how many there are"}],
	}
}

# DefaultKafkaProducerFactory.createTransactionalProducer
report contains finding if {
	some text, ids in input.joins["transactional-prefix"]
	some id in ids
	input.components[id].state["@spring.transaction-id-prefix"] == "explicit"
	replicas := input.components[id].values["@replicas"]
	replicas > 1
	finding := {
		"at": {"key": "@spring.transaction-id-prefix", "component": id},
		"message": $`transaction-id-prefix="{text}" in {replicas} replicas: all of them count from 0 behind it, and each that starts aborts the open transaction of another and fences it; add what tells them apart, such as the name of the pod`,
		"related": [{"at": {"key": "@replicas", "component": id}, "message": "how many there are"}],
	}
}
