package kcfglint.rules.producer.retry_reordering_test

import data.kcfglint.rules.producer.retry_reordering as rule

rdkafka := {
	"client": {"name": "librdkafka"},
	"values": {
		"acks": "all",
		"enable.idempotence": false,
		"retries": 2147483647,
		"max.in.flight.requests.per.connection": 1000000,
	},
	"state": {
		"enable.idempotence": "default",
		"retries": "default",
		"max.in.flight.requests.per.connection": "default",
		"transactional.id": "absent",
	},
}

by_default(place, in_flight) := {
	"at": place,
	"message": $`up to {in_flight} requests in flight and enable.idempotence off by default: a retried batch can land behind the next one; set enable.idempotence=true`,
}

test_defaults_of_librdkafka if {
	rule.report == {by_default("enable.idempotence", 1000000)} with input as rdkafka
}

test_in_flight_written if {
	rule.report == {by_default("max.in.flight.requests.per.connection", 5)} with input as rdkafka
		with input.values["max.in.flight.requests.per.connection"] as 5
		with input.state["max.in.flight.requests.per.connection"] as "explicit"
}

test_written_off if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": `enable.idempotence="false" with up to 5 requests in flight: a retried batch can land behind the next one; set enable.idempotence=true`,
		"related": [],
	}} with input as rdkafka
		with input.client.name as "java"
		with input.values["max.in.flight.requests.per.connection"] as 5
		with input.state["enable.idempotence"] as "explicit"
}

test_written_off_with_in_flight_written if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": `enable.idempotence="false" with up to 4 requests in flight: a retried batch can land behind the next one; set enable.idempotence=true`,
		"related": [{"at": "max.in.flight.requests.per.connection", "message": "several requests in flight"}],
	}} with input as rdkafka
		with input.values["max.in.flight.requests.per.connection"] as 4
		with input.state["max.in.flight.requests.per.connection"] as "explicit"
		with input.state["enable.idempotence"] as "explicit"
}

test_acks_one if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": `enable.idempotence="false" with up to 5 requests in flight: a retried batch can land behind the next one; set acks=all and enable.idempotence=true`,
		"related": [],
	}} with input as rdkafka
		with input.values.acks as "1"
		with input.state.acks as "explicit"
		with input.values["max.in.flight.requests.per.connection"] as 5
		with input.state["enable.idempotence"] as "explicit"
}

test_one_in_flight if {
	rule.report == set() with input as rdkafka with input.values["max.in.flight.requests.per.connection"] as 1
}

test_no_retries if rule.report == set() with input as rdkafka with input.values.retries as 0

test_no_acknowledgement if rule.report == set() with input as rdkafka with input.values.acks as "0"

test_transactional if {
	rule.report == set() with input as rdkafka with input.state["transactional.id"] as "explicit"
}

test_idempotent if rule.report == set() with input as rdkafka with input.values["enable.idempotence"] as true
