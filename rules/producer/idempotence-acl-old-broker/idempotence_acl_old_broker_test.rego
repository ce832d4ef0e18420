package kcfglint.rules.producer.idempotence_acl_old_broker_test

import data.kcfglint.rules.producer.idempotence_acl_old_broker as rule

producer := {
	"versions": {"broker": {"version": [2, 7], "assumed": false}},
	"values": {"enable.idempotence": true},
	"state": {"transactional.id": "absent"},
}

test_old_brokers if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": "idempotence on brokers before 2.8: with an authorizer the producer fails at its first send unless it has IDEMPOTENT_WRITE on the cluster; grant it",
	}} with input as producer
}

test_newer_brokers if rule.report == set() with input as producer with input.versions.broker.version as [2, 8]

test_brokers_not_known if rule.report == set() with input as producer with input.versions.broker.assumed as true

test_not_idempotent if rule.report == set() with input as producer with input.values["enable.idempotence"] as false

test_transactions_have_their_own_right if {
	rule.report == set() with input as producer with input.state["transactional.id"] as "explicit"
}
