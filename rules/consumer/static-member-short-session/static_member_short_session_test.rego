package kcfglint.rules.consumer.static_member_short_session_test

import data.kcfglint.rules.consumer.static_member_short_session as rule

consumer := {
	"values": {"session.timeout.ms": 45000, "group.protocol": "classic"},
	"state": {"group.instance.id": "unknown", "session.timeout.ms": "default", "group.protocol": "default"},
	"settings": {"group.instance.id": {"written": "group.instance.id", "value": "${HOSTNAME}", "line": 3, "from_default": false}},
}

finding(at) := {
	"at": at,
	"message": "session.timeout.ms (45000) of a static member: a restart that takes longer makes the group rebalance all the same; set 120000 or more",
	"related": [{"at": "group.instance.id", "message": "the member is static"}],
}

test_default_session if rule.report == {finding("group.instance.id")} with input as consumer

test_written_session if {
	rule.report == {finding("session.timeout.ms")} with input as consumer with input.state["session.timeout.ms"] as "explicit"
}

test_long_session if rule.report == set() with input as consumer with input.values["session.timeout.ms"] as 120000

test_brokers_decide if rule.report == set() with input as consumer with input.values["group.protocol"] as "consumer"

test_dynamic_member if {
	rule.report == set() with input as consumer
		with input.settings as {}
		with input.state["group.instance.id"] as "absent"
}
