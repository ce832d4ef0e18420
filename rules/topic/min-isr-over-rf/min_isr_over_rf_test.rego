package kcfglint.rules.topic.min_isr_over_rf_test

import data.kcfglint.rules.topic.min_isr_over_rf as rule

topic(replicas, isr) := {
	"values": {"@replication-factor": replicas, "min.insync.replicas": isr},
	"state": {"min.insync.replicas": "explicit"},
	"versions": {"broker": {"version": [3, 6], "assumed": false}},
	"settings": {"@replication-factor": {"written": "replicas", "value": "1", "line": 8, "from_default": false}},
}

test_more_than_there_are if {
	rule.report == {{
		"at": "min.insync.replicas",
		"message": `min.insync.replicas="2" of 1 replicas (line 8): every write with acks=all fails; set 1`,
		"related": [{"at": "@replication-factor", "message": "the replicas of the topic"}],
	}} with input as topic(1, 2)
}

test_taken_for_all if rule.report == set() with input as topic(1, 2) with input.versions.broker.version as [3, 7]

test_as_many if rule.report == set() with input as topic(2, 2)

test_left_to_the_brokers if rule.report == set() with input as topic(-1, 2)
