package kcfglint.rules.producer.reconnect_backoff_over_max_test

import data.kcfglint.rules.producer.reconnect_backoff_over_max as rule

client := {
	"client": {"name": "librdkafka"},
	"values": {"reconnect.backoff.ms": 100, "reconnect.backoff.max.ms": 50},
	"state": {"reconnect.backoff.ms": "default", "reconnect.backoff.max.ms": "explicit"},
}

test_refused if {
	rule.report == {{
		"at": "reconnect.backoff.max.ms",
		"message": "reconnect.backoff.max.ms (50) is below reconnect.backoff.ms (100): librdkafka refuses to start; raise reconnect.backoff.max.ms",
	}} with input as client
}

test_equal if rule.report == set() with input as client with input.values["reconnect.backoff.max.ms"] as 100

test_java if rule.report == set() with input as client with input.client.name as "java"
