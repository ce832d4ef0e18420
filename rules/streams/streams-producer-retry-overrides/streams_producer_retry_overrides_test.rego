package kcfglint.rules.streams.streams_producer_retry_overrides_test

import data.kcfglint.rules.streams.streams_producer_retry_overrides as rule

app(key, value) := {
	"name": "order-totals",
	"data_class": "",
	"links": {"topics": []},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"processing.guarantee": "at_least_once", key: value},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": $`{value}`, "line": 3, "from_default": false}},
}

test_retries if {
	rule.report == {{
		"at": "producer.retries",
		"severity": "warning",
		"message": `producer.retries="3": too few replicas in sync for a few seconds take more attempts, and then Streams closes the task, restores its state and processes again what came after the last commit; remove it, the default is 2147483647`,
	}} with input as app("producer.retries", 3)
}

test_retries_without_prefix if {
	some finding in rule.report with input as app("retries", 3) with input.state["producer.retries"] as "absent"
	finding.at == "retries"
}

test_prefix_counts if {
	rule.report == set() with input as app("retries", 3) with input.state["producer.retries"] as "explicit" with input.values["producer.retries"] as 100
}

test_timeout if {
	rule.report == {{
		"at": "producer.delivery.timeout.ms",
		"severity": "warning",
		"message": `producer.delivery.timeout.ms="10000": a leader election or a rolling restart can take longer, and then Streams closes the task, restores its state and processes again what came after the last commit; remove it, the default is 120000`,
	}} with input as app("producer.delivery.timeout.ms", 10000)
}

test_timeout_under_exactly_once if {
	some finding in rule.report with input as app("delivery.timeout.ms", 10000)
		with input.state["producer.delivery.timeout.ms"] as "absent"
		with input.values["processing.guarantee"] as "exactly_once_v2"
	endswith(finding.message, "the default is 2147483647")
}

test_logs if {
	some finding in rule.report with input as app("producer.retries", 3) with input.data_class as "logs"
	finding.severity == "info"
}

test_enough if {
	rule.report == set() with input as app("producer.retries", 100)
	rule.report == set() with input as app("producer.delivery.timeout.ms", 60000)
}
