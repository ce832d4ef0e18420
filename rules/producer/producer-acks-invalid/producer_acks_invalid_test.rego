package kcfglint.rules.producer.producer_acks_invalid_test

import data.kcfglint.rules.producer.producer_acks_invalid as rule

java(value) := {
	"client": {"name": "java"},
	"values": {},
	"state": {"acks": "invalid"},
	"settings": {"acks": {"written": "acks", "value": value, "line": 2, "from_default": false}},
}

test_two if {
	rule.report == {{
		"at": "acks",
		"message": `acks="2": the producer refuses to start, as it takes only all, -1, 0 and 1 in this spelling; set acks=all`,
	}} with input as java("2")
}

test_capitals if {
	rule.report == {{
		"at": "acks",
		"message": `acks="ALL": the producer refuses to start, as it takes only all, -1, 0 and 1 in this spelling; set acks=all`,
	}} with input as java("ALL")
}

test_librdkafka if {
	rule.report == {{
		"at": "acks",
		"severity": "warning",
		"consequence": "stall",
		"message": `acks="2": brokers refuse produce requests whose acks is above 1, so nothing is delivered; set acks=all`,
	}} with input as java("2") with input.client.name as "librdkafka" with input.state.acks as "explicit"
}

test_librdkafka_capitals if {
	rule.report == set() with input as java("ALL")
		with input.client.name as "librdkafka"
		with input.state.acks as "explicit"
}

test_valid if {
	every value in ["all", "-1", "0", "1", " all "] {
		rule.report == set() with input as java(value) with input.state.acks as "explicit"
	}
}

test_placeholder if rule.report == set() with input as java("${ACKS}") with input.state.acks as "unknown"
