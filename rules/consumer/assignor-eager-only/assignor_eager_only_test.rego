package kcfglint.rules.consumer.assignor_eager_only_test

import data.kcfglint.rules.consumer.assignor_eager_only as rule

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"partition.assignment.strategy": "org.apache.kafka.clients.consumer.RoundRobinAssignor"},
	"state": {"partition.assignment.strategy": "explicit"},
}

test_java if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy="org.apache.kafka.clients.consumer.RoundRobinAssignor": every rebalance stops all members of the group; change to org.apache.kafka.clients.consumer.CooperativeStickyAssignor in two rounds of restarts`,
	}} with input as consumer
}

test_librdkafka if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy="range,roundrobin": every rebalance stops all members of the group; change to cooperative-sticky in two rounds of restarts`,
	}} with input as consumer
		with input.client.name as "librdkafka"
		with input.values["partition.assignment.strategy"] as "range,roundrobin"
}

test_cooperative if {
	rule.report == set() with input as consumer
		with input.values["partition.assignment.strategy"] as "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"
}

test_own_class if {
	rule.report == set() with input as consumer with input.values["partition.assignment.strategy"] as "com.example.Assignor"
}

test_before_2_4 if rule.report == set() with input as consumer with input.versions.client.version as [2, 3]

test_default if rule.report == set() with input as consumer with input.state["partition.assignment.strategy"] as "default"
