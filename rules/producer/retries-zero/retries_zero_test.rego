package kcfglint.rules.producer.retries_zero_test

import data.kcfglint.rules.producer.retries_zero as rule

producer := {
	"client": {"name": "java"},
	"name": "orders",
	"values": {"retries": 0, "acks": "all"},
	"state": {"retries": "explicit", "acks": "default"},
}

written(severity) := {
	"at": "retries",
	"severity": severity,
	"message": `retries="0": the first leader election or network failure loses the records in flight; remove retries and bound the time with delivery.timeout.ms`,
}

test_written if rule.report == {written("warning")} with input as producer

test_expendable if rule.report == {written("info")} with input as producer with input.name as "app-metrics"

test_default if {
	rule.report == {{
		"at": "retries",
		"severity": "info",
		"message": "retries is not set and defaults to 0 here: the first leader election or network failure loses the records in flight; set retries=2147483647",
	}} with input as producer with input.state.retries as "default"
}

test_no_acknowledgement if rule.report == set() with input as producer with input.values.acks as "0"

test_some_retries if rule.report == set() with input as producer with input.values.retries as 3

test_unknown if {
	rule.report == set() with input as producer with input.values as {"acks": "all"} with input.state.retries as "unknown"
}
