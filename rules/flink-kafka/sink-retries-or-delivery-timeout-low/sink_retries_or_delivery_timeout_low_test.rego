package kcfglint.rules.flink_kafka.sink_retries_or_delivery_timeout_low_test

import data.kcfglint.rules.flink_kafka.sink_retries_or_delivery_timeout_low as rule

table(key, value, guarantee) := {
	"values": {"connector": "kafka", "@sql.role": "sink", "sink.delivery-guarantee": guarantee},
	"state": {key: "explicit", "sink.delivery-guarantee": "explicit"},
	"settings": {key: {"written": key, "value": value, "line": 1, "from_default": false}},
}

test_retries if {
	rule.report == {{
		"at": "properties.retries",
		"message": `properties.retries="1": too few replicas in sync for a few seconds use them up, and the job fails and starts again from its last checkpoint; remove it`,
		"severity": "info",
	}} with input as table("properties.retries", "1", "at-least-once")
}

test_retries_without_guarantee if {
	rule.report == {{
		"at": "properties.retries",
		"message": `properties.retries="0": too few replicas in sync for a few seconds use them up, and with sink.delivery-guarantee="none" the records that wait are lost; remove it`,
		"consequence": "loss",
	}} with input as table("properties.retries", "0", "none")
}

test_no_retries_with_transactions if {
	rule.report == {{
		"at": "properties.retries",
		"message": `properties.retries="0" with sink.delivery-guarantee="exactly-once": a transactional producer needs retries, and the sink does not start; remove it`,
		"severity": "error",
		"consequence": "startup-failure",
		"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
	}} with input as table("properties.retries", "0", "exactly-once")
}

test_timeout if {
	rule.report == {{
		"at": "properties.delivery.timeout.ms",
		"message": `properties.delivery.timeout.ms="20000": a rolling restart of the brokers takes longer, and with sink.delivery-guarantee="none" the records that wait are lost; remove it, or set 120000`,
		"consequence": "loss",
	}} with input as table("properties.delivery.timeout.ms", "20000", "none")
}

test_many_retries if rule.report == set() with input as table("properties.retries", "2147483647", "none")

test_half_a_minute if rule.report == set() with input as table("properties.delivery.timeout.ms", "30000", "none")

test_source if rule.report == set() with input as table("properties.retries", "1", "none") with input.values["@sql.role"] as "source"
