package kcfglint.rules.consumer.max_poll_records_high_test

import data.kcfglint.rules.consumer.max_poll_records_high as rule

consumer := {
	"owner": "",
	"values": {"max.poll.records": 10000, "max.poll.interval.ms": 300000},
	"state": {"max.poll.records": "explicit", "max.poll.interval.ms": "default", "group.id": "explicit"},
}

test_many if {
	rule.report == {{
		"at": "max.poll.records",
		"message": `max.poll.records="10000" within max.poll.interval.ms (300000 by default): where a record takes longer than 30 ms, the member leaves the group and its records are processed again; lower it or raise max.poll.interval.ms`,
	}} with input as consumer
}

test_interval_is_chosen if {
	rule.report == set() with input as consumer with input.state["max.poll.interval.ms"] as "explicit"
}

test_few if rule.report == set() with input as consumer with input.values["max.poll.records"] as 5000

test_default if rule.report == set() with input as consumer with input.state["max.poll.records"] as "default"
