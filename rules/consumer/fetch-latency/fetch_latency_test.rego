package kcfglint.rules.consumer.fetch_latency_test

import data.kcfglint.rules.consumer.fetch_latency as rule

consumer := {
	"values": {"fetch.min.bytes": 1048576, "fetch.max.wait.ms": 500},
	"state": {"fetch.min.bytes": "explicit", "fetch.max.wait.ms": "default"},
}

test_large_minimum if {
	rule.report == {{
		"at": "fetch.min.bytes",
		"message": "fetch.min.bytes (1048576) and fetch.max.wait.ms (500): where little arrives, records wait up to 500 ms on the broker; lower them where latency matters",
	}} with input as consumer
}

test_long_wait if {
	{f.at | some f in rule.report} == {"fetch.max.wait.ms"} with input as consumer
		with input.values as {"fetch.min.bytes": 1024, "fetch.max.wait.ms": 10000}
		with input.state["fetch.max.wait.ms"] as "explicit"
}

test_one_byte_never_waits if {
	rule.report == set() with input as consumer
		with input.values as {"fetch.min.bytes": 1, "fetch.max.wait.ms": 10000}
		with input.state["fetch.max.wait.ms"] as "explicit"
}

test_short_wait if rule.report == set() with input as consumer with input.values["fetch.max.wait.ms"] as 50
