package kcfglint.rules.producer.in_flight_over_five_test

import data.kcfglint.rules.producer.in_flight_over_five as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"max.in.flight.requests.per.connection": 10, "enable.idempotence": true, "acks": "1"},
	"state": {"max.in.flight.requests.per.connection": "explicit", "enable.idempotence": "default"},
}

test_ten if {
	rule.report == {{
		"at": "max.in.flight.requests.per.connection",
		"message": `max.in.flight.requests.per.connection="10": clients from 4.0 on refuse to start with more than 5 unless enable.idempotence=false is written; set 5`,
	}} with input as producer
}

test_five if rule.report == set() with input as producer with input.values["max.in.flight.requests.per.connection"] as 5

test_older_client if rule.report == set() with input as producer with input.versions.client.version as [3, 9, 1]

test_idempotence_written if {
	rule.report == set() with input as producer
		with input.values["enable.idempotence"] as false
		with input.state["enable.idempotence"] as "explicit"
}

test_idempotence_unknown if {
	rule.report == set() with input as producer
		with input.values as {"max.in.flight.requests.per.connection": 10}
		with input.state["enable.idempotence"] as "unknown"
}
