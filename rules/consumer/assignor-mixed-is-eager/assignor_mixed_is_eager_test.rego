package kcfglint.rules.consumer.assignor_mixed_is_eager_test

import data.kcfglint.rules.consumer.assignor_mixed_is_eager as rule

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"partition.assignment.strategy": "org.apache.kafka.clients.consumer.CooperativeStickyAssignor, org.apache.kafka.clients.consumer.RangeAssignor"},
	"state": {"partition.assignment.strategy": "explicit"},
}

test_both if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy also has "org.apache.kafka.clients.consumer.RangeAssignor": with it the group stays eager and every rebalance stops all members; once all members have this list, remove it`,
	}} with input as consumer
}

test_alone if {
	rule.report == set() with input as consumer
		with input.values["partition.assignment.strategy"] as "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"
}

test_default if rule.report == set() with input as consumer with input.state["partition.assignment.strategy"] as "default"
