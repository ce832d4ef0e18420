package kcfglint.rules.broker.group_bounds_test

import data.kcfglint.rules.broker.group_bounds as rule

broker(values, defaults) := {
	"versions": {"broker": {"version": [4, 1], "assumed": false}},
	"values": object.union(values, defaults),
	"state": object.union({key: "explicit" | some key, _ in values}, {key: "default" | some key, _ in defaults}),
}

test_session_below_minimum if {
	rule.report == {{
		"at": "group.consumer.session.timeout.ms",
		"message": "group.consumer.min.session.timeout.ms (45000) is above group.consumer.session.timeout.ms (30000): the broker refuses to start; bring the default within its bounds",
	}} with input as broker({"group.consumer.session.timeout.ms": 30000}, {"group.consumer.min.session.timeout.ms": 45000})
}

test_maximum_below_interval if {
	rule.report == {{
		"at": "group.share.max.heartbeat.interval.ms",
		"message": "group.share.heartbeat.interval.ms (5000) is above group.share.max.heartbeat.interval.ms (1000): the broker refuses to start; bring the default within its bounds",
	}} with input as broker({"group.share.max.heartbeat.interval.ms": 1000}, {"group.share.heartbeat.interval.ms": 5000})
}

test_heartbeat_over_session if {
	rule.report == {{
		"at": "group.consumer.heartbeat.interval.ms",
		"message": "group.consumer.heartbeat.interval.ms (50000) is not below group.consumer.session.timeout.ms (45000): the broker refuses to start; lower the interval",
	}} with input as broker({"group.consumer.heartbeat.interval.ms": 50000}, {"group.consumer.session.timeout.ms": 45000})
}

test_heartbeat_before_4_0 if {
	rule.report == set() with input as broker({"group.consumer.heartbeat.interval.ms": 50000}, {"group.consumer.session.timeout.ms": 45000})
		with input.versions.broker.version as [3, 9]
}

test_streams_before_4_1 if {
	rule.report == set() with input as broker({"group.streams.session.timeout.ms": 1000}, {"group.streams.min.session.timeout.ms": 45000})
		with input.versions.broker.version as [4, 0]
}

test_without_classic if {
	{finding.at | some finding in rule.report} == {"group.coordinator.rebalance.protocols"} with input as broker({"group.coordinator.rebalance.protocols": "consumer"}, {})
	rule.report == set() with input as broker({"group.coordinator.rebalance.protocols": "Classic, consumer"}, {})
}

test_within if {
	rule.report == set() with input as broker(
		{"group.consumer.session.timeout.ms": 45000},
		{"group.consumer.min.session.timeout.ms": 45000, "group.consumer.max.session.timeout.ms": 60000},
	)
}
