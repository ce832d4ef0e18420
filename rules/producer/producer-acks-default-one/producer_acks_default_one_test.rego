package kcfglint.rules.producer.producer_acks_default_one_test

import data.kcfglint.rules.producer.producer_acks_default_one as rule

message := `acks is not set and defaults to "1" here: the leader acknowledges before any follower has the record, so its failure loses it; set acks=all`

old := {
	"name": "orders",
	"workload": "durability",
	"client": {"name": "java"},
	"versions": {"client": {"version": [2, 8], "assumed": false}},
	"values": {"acks": "1", "enable.idempotence": false},
	"state": {"acks": "default", "enable.idempotence": "default", "transactional.id": "absent"},
}

test_old_java if {
	rule.report == {{"at": "acks", "severity": "warning", "message": message}} with input as old
}

test_latency if {
	rule.report == {{"at": "acks", "severity": "info", "message": message}} with input as old
		with input.workload as "latency"
}

test_written_is_another_rule if rule.report == set() with input as old with input.state.acks as "explicit"

test_raised_by_idempotence if {
	rule.report == set() with input as old
		with input.values["enable.idempotence"] as true
		with input.state["enable.idempotence"] as "explicit"
}

test_perhaps_raised if {
	rule.report == set() with input as old
		with input.values as {"acks": "1"}
		with input.state["enable.idempotence"] as "unknown"
}

test_raised_by_transactions if {
	rule.report == set() with input as old with input.state["transactional.id"] as "explicit"
}

test_partial if {
	rule.report == set() with input as old with input.values as {} with input.state.acks as "unknown"
}
