package kcfglint.rules.consumer.max_poll_interval_low_test

import data.kcfglint.rules.consumer.max_poll_interval_low as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"max.poll.interval.ms": 10000, "session.timeout.ms": 45000, "max.poll.records": 500},
	"state": {
		"max.poll.interval.ms": "explicit",
		"session.timeout.ms": "default",
		"max.poll.records": "default",
		"group.id": "explicit",
	},
}

test_ten_seconds if {
	rule.report == {{
		"at": "max.poll.interval.ms",
		"severity": "warning",
		"message": `max.poll.interval.ms="10000": a slow batch takes longer, its partitions move, and another member processes the same records again; set 300000`,
	}} with input as consumer
}

test_below_the_session if {
	rule.report == {{
		"at": "max.poll.interval.ms",
		"severity": "warning",
		"message": "max.poll.interval.ms (60000) is below session.timeout.ms (120000): a slow batch leaves the group before a dead member does and is processed again; set 300000",
		"related": [{"at": "session.timeout.ms", "message": "the session timeout is longer"}],
	}} with input as consumer
		with input.values["max.poll.interval.ms"] as 60000
		with input.values["session.timeout.ms"] as 120000
		with input.state["session.timeout.ms"] as "explicit"
}

test_librdkafka_refuses if {
	rule.report == {{
		"at": "max.poll.interval.ms",
		"severity": "error",
		"consequence": "startup-failure",
		"message": "max.poll.interval.ms (10000) is below session.timeout.ms (45000): librdkafka refuses to start; set max.poll.interval.ms=300000",
		"related": [],
	}} with input as consumer with input.client.name as "librdkafka"
}

test_many_records if {
	rule.report == {{
		"at": "max.poll.records",
		"severity": "info",
		"confidence": "likely",
		"message": `max.poll.records="50000" leaves less than 10 ms a record within max.poll.interval.ms (300000): a full batch may be processed again; set fewer records`,
	}} with input as consumer
		with input.values["max.poll.interval.ms"] as 300000
		with input.state["max.poll.interval.ms"] as "default"
		with input.values["max.poll.records"] as 50000
		with input.state["max.poll.records"] as "explicit"
}

test_defaults if {
	rule.report == set() with input as consumer
		with input.values["max.poll.interval.ms"] as 300000
		with input.state["max.poll.interval.ms"] as "default"
}

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"

test_flink_joins_no_group if rule.report == set() with input as consumer with input.owner as "flink"

test_librdkafka_under_the_new_protocol if {
	new := object.union(consumer, {"client": {"name": "librdkafka"}, "values": {"group.protocol": "consumer"}})
	older := object.union(new, {"versions": {"client": {"version": [2, 6], "assumed": false}}})
	newer := object.union(new, {"versions": {"client": {"version": [2, 10], "assumed": false}}})
	some finding in rule.report with input as older
	finding.severity == "error"
	every finding in rule.report {
		finding.severity != "error"
	} with input as newer
}
