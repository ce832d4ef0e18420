package kcfglint.rules.producer.idempotence_silently_disabled_test

import data.kcfglint.rules.producer.idempotence_silently_disabled as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [3, 9, 1], "assumed": false}},
	"values": {
		"acks": "all",
		"enable.idempotence": true,
		"retries": 2147483647,
		"max.in.flight.requests.per.connection": 5,
	},
	"state": {
		"acks": "default",
		"enable.idempotence": "default",
		"retries": "default",
		"max.in.flight.requests.per.connection": "default",
		"transactional.id": "absent",
	},
}

one := {
	"at": "acks",
	"message": `acks="1" switches the default enable.idempotence off without an error, so retries can store batches twice and out of order; set acks=all`,
}

test_acks_one if rule.report == {one} with input as producer with input.values.acks as "1"

test_acks_zero_whatever_the_retries if {
	rule.report == {{
		"at": "acks",
		"consequence": "ignored",
		"message": `acks="0" switches the default enable.idempotence off without an error; set acks=all, or write enable.idempotence=false if this is meant`,
	}} with input as producer with input.values.acks as "0" with input.values.retries as 0
}

test_retries_zero if {
	rule.report == {{
		"at": "retries",
		"consequence": "ignored",
		"message": `retries="0" switches the default enable.idempotence off without an error; remove it, or write enable.idempotence=false if this is meant`,
	}} with input as producer with input.values.retries as 0
}

six := {
	"at": "max.in.flight.requests.per.connection",
	"message": `max.in.flight.requests.per.connection="6" switches the default enable.idempotence off without an error, and clients from 4.0 on refuse to start with it; set at most 5`,
}

test_in_flight if {
	rule.report == {six} with input as producer with input.values["max.in.flight.requests.per.connection"] as 6
	rule.report == set() with input as producer
		with input.values["max.in.flight.requests.per.connection"] as 6
		with input.versions.client.version as [4, 0]
}

test_defaults if rule.report == set() with input as producer

test_written_either_way if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.state["enable.idempotence"] as "explicit"
}

test_releases_that_do_not_act_on_the_default if {
	every version in [[3, 0, 0], [3, 1, 0], [2, 8]] {
		rule.report == set() with input as producer
			with input.values.acks as "1"
			with input.versions.client.version as version
	}
	every version in [[3, 0], [3, 0, 1], [3, 1], [3, 1, 1]] {
		rule.report == {one} with input as producer
			with input.values.acks as "1"
			with input.versions.client.version as version
	}
}

test_transactional_does_not_start if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.state["transactional.id"] as "explicit"
}

test_connect_has_none_to_lose if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.values["enable.idempotence"] as false
}
