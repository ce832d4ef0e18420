package kcfglint.rules.producer.backoff_static_test

import data.kcfglint.rules.producer.backoff_static as rule

client := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"retry.backoff.ms": 2000, "retry.backoff.max.ms": 1000},
	"state": {"retry.backoff.ms": "explicit", "retry.backoff.max.ms": "default"},
}

test_retries if {
	rule.report == {{
		"at": "retry.backoff.ms",
		"message": "retry.backoff.ms (2000) is above retry.backoff.max.ms (1000): the wait starts at its maximum and does not grow; raise retry.backoff.max.ms",
	}} with input as client
}

test_maximum_written if {
	{f.at | some f in rule.report} == {"retry.backoff.max.ms"} with input as client
		with input.state as {"retry.backoff.ms": "default", "retry.backoff.max.ms": "explicit"}
}

test_before_3_7 if rule.report == set() with input as client with input.versions.client.version as [3, 6]

test_connections if {
	{f.at | some f in rule.report} == {"socket.connection.setup.timeout.max.ms"} with input as client
		with input.values as {"socket.connection.setup.timeout.ms": 10000, "socket.connection.setup.timeout.max.ms": 5000}
		with input.state as {"socket.connection.setup.timeout.ms": "default", "socket.connection.setup.timeout.max.ms": "explicit"}
}

test_reconnects if {
	rule.report == {{
		"at": "reconnect.backoff.ms",
		"message": `reconnect.backoff.ms="500" without reconnect.backoff.max.ms: the client takes it as the maximum too, and the wait does not grow; set reconnect.backoff.max.ms`,
		"related": [{"at": "reconnect.backoff.max.ms", "message": "reconnect.backoff.max.ms is not set"}],
	}} with input as client
		with input.values as {"reconnect.backoff.ms": 500}
		with input.state as {"reconnect.backoff.ms": "explicit", "reconnect.backoff.max.ms": "default"}
}

test_reconnects_with_maximum if {
	rule.report == set() with input as client
		with input.values as {"reconnect.backoff.ms": 500}
		with input.state as {"reconnect.backoff.ms": "explicit", "reconnect.backoff.max.ms": "explicit"}
}
