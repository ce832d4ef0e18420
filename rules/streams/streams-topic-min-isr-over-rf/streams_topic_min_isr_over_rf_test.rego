package kcfglint.rules.streams.streams_topic_min_isr_over_rf_test

import data.kcfglint.rules.streams.streams_topic_min_isr_over_rf as rule

app(minimum, replicas) := {
	"values": {"topic.min.insync.replicas": minimum, "replication.factor": replicas},
	"state": {"topic.min.insync.replicas": "explicit"},
	"settings": {},
	"versions": {"broker": {"version": [3, 6], "assumed": false}},
}

test_above if {
	rule.report == {{
		"at": "topic.min.insync.replicas",
		"message": `topic.min.insync.replicas="3" is above replication.factor (2): the brokers refuse all writes to the internal topics; set at most 1`,
		"related": [],
	}} with input as app(3, 2)
}

test_related if {
	some finding in rule.report with input as app(2, 1)
		with input.settings as {"replication.factor": {"written": "replication.factor", "value": "1", "line": 3, "from_default": false}}
	count(finding.related) == 1
}

test_taken_for_all if rule.report == set() with input as app(2, 1) with input.versions.broker.version as [3, 7]

test_enough if rule.report == set() with input as app(2, 3)

test_equal if rule.report == set() with input as app(3, 3)

test_brokers_default if rule.report == set() with input as app(2, -1)
