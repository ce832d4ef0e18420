package kcfglint.rules.producer.delivery_timeout_short_test

import data.kcfglint.rules.producer.delivery_timeout_short as rule

producer := {
	"client": {"name": "java"},
	"name": "orders",
	"workload": "durability",
	"values": {"delivery.timeout.ms": 10000},
	"state": {"delivery.timeout.ms": "explicit"},
	"settings": {"delivery.timeout.ms": {
		"written": "delivery.timeout.ms",
		"value": "10000",
		"line": 3,
		"from_default": false,
	}},
}

finding(written, severity) := {
	"at": "delivery.timeout.ms",
	"severity": severity,
	"message": $`{written}="10000": a leader election or a rolling restart can take longer, and the records that wait for it expire; set 120000`,
}

test_ten_seconds if rule.report == {finding("delivery.timeout.ms", "warning")} with input as producer

test_librdkafka if {
	rule.report == {finding("message.timeout.ms", "warning")} with input as producer
		with input.client.name as "librdkafka"
		with input.settings["delivery.timeout.ms"].written as "message.timeout.ms"
}

test_latency if {
	rule.report == {finding("delivery.timeout.ms", "info")} with input as producer with input.workload as "latency"
}

test_expendable if {
	rule.report == {finding("delivery.timeout.ms", "info")} with input as producer with input.data_class as "logs"
}

test_unbounded if {
	rule.report == set() with input as producer
		with input.client.name as "librdkafka"
		with input.values["delivery.timeout.ms"] as 0
}

test_half_a_minute if rule.report == set() with input as producer with input.values["delivery.timeout.ms"] as 30000

test_default if rule.report == set() with input as producer with input.state["delivery.timeout.ms"] as "default"
