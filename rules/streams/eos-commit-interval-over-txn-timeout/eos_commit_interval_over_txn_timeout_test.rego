package kcfglint.rules.streams.eos_commit_interval_over_txn_timeout_test

import data.kcfglint.rules.streams.eos_commit_interval_over_txn_timeout as rule

app := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"processing.guarantee": "exactly_once_v2", "commit.interval.ms": 30000},
	"state": {
		"processing.guarantee": "explicit",
		"commit.interval.ms": "explicit",
		"producer.transaction.timeout.ms": "absent",
	},
	"settings": {"processing.guarantee": {
		"written": "processing.guarantee",
		"value": "exactly_once_v2",
		"line": 3,
		"from_default": false,
	}},
}

test_above_the_default_timeout if {
	rule.report == {{
		"at": "commit.interval.ms",
		"message": `commit.interval.ms="30000" is above producer.transaction.timeout.ms (10000): with processing.guarantee="exactly_once_v2" (line 3) Streams refuses to start; remove it`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}} with input as app
}

timeout := {"written": "producer.transaction.timeout.ms", "value": "20000", "line": 5, "from_default": false}

test_above_a_written_timeout if {
	rule.report == {{
		"at": "commit.interval.ms",
		"message": `commit.interval.ms="30000" is above producer.transaction.timeout.ms (20000): with processing.guarantee="exactly_once_v2" (line 3) Streams refuses to start; remove it`,
		"related": [
			{"at": "processing.guarantee", "message": "exactly-once is chosen here"},
			{"at": "producer.transaction.timeout.ms", "message": "the transaction timeout"},
		],
	}} with input as app
		with input.values["producer.transaction.timeout.ms"] as 20000
		with input.state["producer.transaction.timeout.ms"] as "explicit"
		with input.settings["producer.transaction.timeout.ms"] as timeout
}

test_timeout_raised if {
	rule.report == set() with input as app
		with input.values["producer.transaction.timeout.ms"] as 60000
		with input.state["producer.transaction.timeout.ms"] as "explicit"
}

test_timeout_unknown if {
	rule.report == set() with input as app with input.state["producer.transaction.timeout.ms"] as "unknown"
}

test_equal if rule.report == set() with input as app with input.values["commit.interval.ms"] as 10000

test_default_interval if {
	rule.report == set() with input as app
		with input.state["commit.interval.ms"] as "default"
		with input.values["commit.interval.ms"] as 100
}

test_timeout_below_the_default_interval if {
	rule.report == {{
		"at": "producer.transaction.timeout.ms",
		"message": `producer.transaction.timeout.ms="50" is below the commit interval, 100 unless commit.interval.ms is set: with processing.guarantee="exactly_once_v2" (line 3) Streams refuses to start; remove it`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}} with input as app
		with input.state as {"commit.interval.ms": "default", "producer.transaction.timeout.ms": "explicit"}
		with input.values["commit.interval.ms"] as 100
		with input.values["producer.transaction.timeout.ms"] as 50
}

test_at_least_once if {
	rule.report == set() with input as app with input.values["processing.guarantee"] as "at_least_once"
}

test_before_3 if rule.report == set() with input as app with input.versions.client.version as [2, 8]
