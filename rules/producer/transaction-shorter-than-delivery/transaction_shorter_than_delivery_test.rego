package kcfglint.rules.producer.transaction_shorter_than_delivery_test

import data.kcfglint.rules.producer.transaction_shorter_than_delivery as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

producer := {
	"client": {"name": "librdkafka"},
	"values": {"delivery.timeout.ms": 120000, "transaction.timeout.ms": 60000, "socket.timeout.ms": 60100},
	"state": {"delivery.timeout.ms": "explicit", "transaction.timeout.ms": "default", "socket.timeout.ms": "explicit"},
	"settings": {"transactional.id": setting("transactional.id", "orders-1", 2)},
}

test_delivery if {
	rule.report == {{
		"at": "delivery.timeout.ms",
		"message": `delivery.timeout.ms="120000" is above transaction.timeout.ms (60000) of a transactional producer: librdkafka refuses to start; lower it to 60000`,
		"related": [],
	}} with input as producer
}

test_socket if {
	{f.at | some f in rule.report} == {"socket.timeout.ms"} with input as producer
		with input.values as {"delivery.timeout.ms": 60000, "transaction.timeout.ms": 60000, "socket.timeout.ms": 60101}
}

test_defaults if {
	rule.report == set() with input as producer
		with input.state["delivery.timeout.ms"] as "default"
}

test_no_transactions if rule.report == set() with input as producer with input.settings as {}

test_java if rule.report == set() with input as producer with input.client.name as "java"
