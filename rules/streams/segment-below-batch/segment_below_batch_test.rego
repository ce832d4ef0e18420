package kcfglint.rules.streams.segment_below_batch_test

import data.kcfglint.rules.streams.segment_below_batch as rule

app := {
	"values": {"topic.segment.bytes": 20000, "producer.batch.size": 30000},
	"state": {"topic.segment.bytes": "explicit", "producer.batch.size": "explicit", "batch.size": "absent"},
	"settings": {
		"producer.batch.size": {"written": "producer.batch.size", "value": "30000", "line": 4, "from_default": false},
		"batch.size": {"written": "batch.size", "value": "30000", "line": 5, "from_default": false},
	},
}

finding(key, line) := {
	"at": "topic.segment.bytes",
	"message": $`topic.segment.bytes="20000" is below {key}="30000" (line {line}): a batch would fit into no segment and Streams refuses to start; set at least 30000`,
	"related": [{"at": key, "message": "the batch size"}],
}

test_prefixed if rule.report == {finding("producer.batch.size", 4)} with input as app

test_without_prefix if {
	rule.report == {finding("batch.size", 5)} with input as app
		with input.values as {"topic.segment.bytes": 20000, "batch.size": 30000}
		with input.state as {"topic.segment.bytes": "explicit", "producer.batch.size": "absent", "batch.size": "explicit"}
}

test_equal if rule.report == set() with input as app with input.values["producer.batch.size"] as 20000

test_default_batch_is_not_compared if {
	rule.report == set() with input as app
		with input.values["topic.segment.bytes"] as 1000
		with input.state["producer.batch.size"] as "absent"
}

test_prefixed_counts_before_the_other if {
	rule.report == set() with input as app
		with input.values as {"topic.segment.bytes": 20000, "producer.batch.size": 10000, "batch.size": 30000}
		with input.state["batch.size"] as "explicit"
}
