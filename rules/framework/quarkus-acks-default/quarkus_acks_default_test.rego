package kcfglint.rules.framework.quarkus_acks_default_test

import data.kcfglint.rules.framework.quarkus_acks_default as rule

channel := {
	"name": "orders",
	"owner": "smallrye",
	"workload": "durability",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"acks": "1", "enable.idempotence": true},
	"state": {"acks": "default", "enable.idempotence": "default", "transactional.id": "absent"},
}

test_left_out if {
	rule.report == {{
		"at": "acks",
		"severity": "error",
		"message": `acks is not set and SmallRye makes it "1": the leader acknowledges before any follower has the record, so its failure loses it, and idempotence is off; set mp.messaging.connector.smallrye-kafka.acks=all`,
	}} with input as channel
}

test_idempotence_asked_for if {
	rule.report == {{
		"at": "acks",
		"severity": "error",
		"consequence": "startup-failure",
		"message": `acks is not set and SmallRye makes it "1", which enable.idempotence rules out: the application does not start; set acks=all`,
		"related": [{"at": "enable.idempotence", "message": "needs acks=all"}],
	}} with input as channel with input.state["enable.idempotence"] as "explicit"
}

test_transactions if {
	{f.consequence | some f in rule.report} == {"startup-failure"} with input as channel with input.state["transactional.id"] as "unknown"
}

test_expendable if {
	{f.severity | some f in rule.report} == {"info"} with input as channel with input.workload as "throughput"
	{f.severity | some f in rule.report} == {"info"} with input as channel with input.data_class as "metrics"
	{f.severity | some f in rule.report} == {"info"} with input as channel with input.values["client.id"] as "page-clicks"
}

test_set if {
	every state in ["explicit", "inherited", "unknown"] { rule.report == set() with input as channel with input.state.acks as state }
}

test_other_owner if rule.report == set() with input as channel with input.owner as "spring"
