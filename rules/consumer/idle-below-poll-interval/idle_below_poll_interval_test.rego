package kcfglint.rules.consumer.idle_below_poll_interval_test

import data.kcfglint.rules.consumer.idle_below_poll_interval as rule

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 4], "assumed": false}},
	"values": {"connections.max.idle.ms": 60000, "max.poll.interval.ms": 300000},
	"state": {"connections.max.idle.ms": "explicit", "max.poll.interval.ms": "default"},
}

test_idle if {
	rule.report == {{
		"at": "connections.max.idle.ms",
		"message": "connections.max.idle.ms (60000) is below max.poll.interval.ms (300000): a slow poll comes back to closed connections; raise connections.max.idle.ms",
	}} with input as consumer
}

test_long_poll if {
	{f.at | some f in rule.report} == {"max.poll.interval.ms"} with input as consumer
		with input.values as {"connections.max.idle.ms": 540000, "max.poll.interval.ms": 3600000}
		with input.state as {"connections.max.idle.ms": "default", "max.poll.interval.ms": "explicit"}
}

test_never_closed if rule.report == set() with input as consumer with input.values["connections.max.idle.ms"] as -1

test_before_4_4 if rule.report == set() with input as consumer with input.versions.client.version as [4, 3]
