package kcfglint.rules.consumer.max_poll_interval_huge_test

import data.kcfglint.rules.consumer.max_poll_interval_huge as rule

consumer := {
	"owner": "",
	"values": {"max.poll.interval.ms": 86400000},
	"state": {"max.poll.interval.ms": "explicit", "group.id": "explicit"},
}

test_a_day if {
	rule.report == {{
		"at": "max.poll.interval.ms",
		"message": `max.poll.interval.ms="86400000": a consumer that hangs holds its partitions up, and each rebalance, for 1440 minutes; set what the slowest batch needs and lower max.poll.records`,
	}} with input as consumer
}

test_half_an_hour if rule.report == set() with input as consumer with input.values["max.poll.interval.ms"] as 1800000

test_streams if rule.report == set() with input as consumer with input.owner as "streams"

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"
