package kcfglint.rules.consumer.heartbeat_over_third_test

import data.kcfglint.rules.consumer.heartbeat_over_third as rule

consumer := {
	"owner": "",
	"values": {"heartbeat.interval.ms": 10000, "session.timeout.ms": 15000, "group.protocol": "classic"},
	"state": {
		"heartbeat.interval.ms": "explicit", "session.timeout.ms": "explicit",
		"group.id": "explicit", "group.protocol": "default",
	},
}

message := "heartbeat.interval.ms (10000) is more than a third of session.timeout.ms (15000): a heartbeat or two that are late make the group rebalance; set heartbeat.interval.ms=5000 or less"

test_written if rule.report == {{"at": "heartbeat.interval.ms", "message": message}} with input as consumer

test_default_heartbeat if {
	{f.at | some f in rule.report} == {"session.timeout.ms"} with input as consumer
		with input.state["heartbeat.interval.ms"] as "default"
}

test_third if rule.report == set() with input as consumer with input.values["heartbeat.interval.ms"] as 5000

test_above_the_session_is_another_rule if {
	rule.report == set() with input as consumer with input.values["heartbeat.interval.ms"] as 20000
}

test_brokers_decide if rule.report == set() with input as consumer with input.values["group.protocol"] as "CONSUMER"

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"
