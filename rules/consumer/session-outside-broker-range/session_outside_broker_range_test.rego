package kcfglint.rules.consumer.session_outside_broker_range_test

import data.kcfglint.rules.consumer.session_outside_broker_range as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"session.timeout.ms": 5000, "group.protocol": "classic"},
	"state": {"session.timeout.ms": "explicit", "group.id": "explicit"},
}

test_short if {
	rule.report == {{
		"at": "session.timeout.ms",
		"message": `session.timeout.ms="5000" is below 6000, the default of the brokers' group.min.session.timeout.ms: brokers refuse the consumer when it joins its group; set 45000`,
	}} with input as consumer
}

test_long if count(rule.report) == 1 with input as consumer with input.values["session.timeout.ms"] as 1800001

test_within if {
	rule.report == set() with input as consumer with input.values["session.timeout.ms"] as 6000
	rule.report == set() with input as consumer with input.values["session.timeout.ms"] as 1800000
}

test_no_session if {
	rule.report == set() with input as consumer with input.values["group.protocol"] as "consumer"
	rule.report == set() with input as consumer with input.state["group.id"] as "absent"
	rule.report == set() with input as consumer with input.owner as "flink"
}

in_view := object.union(consumer, {
	"values": {"session.timeout.ms": 45000, "@broker.group.max.session.timeout.ms": 30000, "@broker.group.min.session.timeout.ms": 6000},
	"state": {"session.timeout.ms": "default", "@broker.group.max.session.timeout.ms": "explicit", "@broker.group.min.session.timeout.ms": "explicit"},
})

test_brokers_in_view if {
	some finding in rule.report with input as in_view
	finding.severity == "error"
	finding.related == [{"at": "@broker.group.max.session.timeout.ms", "message": "the brokers"}]
}

test_allowed_by_brokers_in_view if {
	rule.report == set() with input as in_view with input.values["session.timeout.ms"] as 30000
	rule.report == set() with input as in_view with input.values as {
		"session.timeout.ms": 3600000,
		"@broker.group.max.session.timeout.ms": 3600000,
		"@broker.group.min.session.timeout.ms": 6000,
	}
}
