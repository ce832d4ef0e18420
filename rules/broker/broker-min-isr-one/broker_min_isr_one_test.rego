package kcfglint.rules.broker.broker_min_isr_one_test

import data.kcfglint.rules.broker.broker_min_isr_one as rule

broker(replicas, isr, state) := {
	"values": {"default.replication.factor": replicas, "min.insync.replicas": isr, "@brokers": 3},
	"state": {"default.replication.factor": "explicit", "min.insync.replicas": state, "@brokers": "explicit"},
}

finding(at, how) := {
	"at": at,
	"message": $`{how} with default.replication.factor="3": the in-sync replicas may shrink to the leader, and what acks=all acknowledges then is lost with it; set min.insync.replicas=2`,
}

test_written if rule.report == {finding("min.insync.replicas", `min.insync.replicas="1"`)} with input as broker(3, 1, "explicit")

test_default if rule.report == {finding("default.replication.factor", "min.insync.replicas is 1 by default")} with input as broker(3, 1, "default")

test_two if rule.report == set() with input as broker(3, 2, "explicit")

test_two_replicas if rule.report == set() with input as broker(2, 1, "explicit")
