package kcfglint.rules.consumer.session_timeout_low_test

import data.kcfglint.rules.consumer.session_timeout_low as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"session.timeout.ms": 6000, "group.id": "billing"},
	"state": {"session.timeout.ms": "explicit", "group.id": "explicit"},
	"settings": {"group.id": {"written": "group.id", "value": "billing", "line": 2, "from_default": false}},
}

test_six_seconds if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "warning",
		"message": `session.timeout.ms="6000": a garbage collection or a broker restart can take longer, and the whole group then stops to rebalance; set 45000`,
	}} with input as consumer
}

test_less_than_brokers_admit if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "warning",
		"message": `session.timeout.ms="5999": a garbage collection or a broker restart takes longer and stops the whole group, and brokers whose group.min.session.timeout.ms is left at 6000 refuse the consumer; set 45000`,
	}} with input as consumer with input.values["session.timeout.ms"] as 5999
}

test_old_default if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "info",
		"message": "session.timeout.ms is not set and defaults to 10000 here: a garbage collection or a broker restart can take longer; set 45000",
	}} with input as consumer
		with input.values["session.timeout.ms"] as 10000
		with input.state["session.timeout.ms"] as "default"
}

test_new_default if {
	rule.report == set() with input as consumer
		with input.values["session.timeout.ms"] as 45000
		with input.state["session.timeout.ms"] as "default"
}

test_ten_seconds if rule.report == set() with input as consumer with input.values["session.timeout.ms"] as 10000

test_brokers_decide if rule.report == set() with input as consumer with input.values["group.protocol"] as "consumer"

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"

test_flink_joins_no_group if rule.report == set() with input as consumer with input.owner as "flink"
