package kcfglint.rules.topic.min_isr_one_test

import data.kcfglint.rules.topic.min_isr_one as rule

topic(name, replicas, isr) := {
	"name": name,
	"links": {"topics": [name]},
	"values": {"@replication-factor": replicas, "min.insync.replicas": isr},
	"state": {"min.insync.replicas": "explicit"},
}

test_one_of_three if {
	rule.report == {{
		"at": "min.insync.replicas",
		"message": `min.insync.replicas="1": the in-sync replicas may shrink to the leader, and what acks=all acknowledges then is lost with it; set 2`,
	}} with input as topic("orders", 3, 1)
}

test_two_of_three if rule.report == set() with input as topic("orders", 3, 2)

test_one_of_two if rule.report == set() with input as topic("orders", 2, 1)

test_metrics if rule.report == set() with input as topic("jvm-metrics", 3, 1)

test_left_to_the_brokers if rule.report == set() with input as topic("orders", 3, 1) with input.state["min.insync.replicas"] as "default"
