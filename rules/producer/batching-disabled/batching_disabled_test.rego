package kcfglint.rules.producer.batching_disabled_test

import data.kcfglint.rules.producer.batching_disabled as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"batch.size": 0, "linger.ms": 5},
	"state": {"batch.size": "explicit", "linger.ms": "default"},
}

test_no_batches if {
	rule.report == {{
		"at": "batch.size",
		"message": `batch.size="0" (bytes): almost every record becomes a request of its own; set 16384 or more`,
	}} with input as producer
}

test_no_linger if {
	rule.report == {{
		"at": "linger.ms",
		"severity": "info",
		"workloads": ["throughput", "cost"],
		"message": `linger.ms="0" gives up the 5 ms in which records share a request by default from 4.0 on; remove it unless latency matters more than load`,
	}} with input as producer
		with input.values as {"batch.size": 16384, "linger.ms": 0}
		with input.state["linger.ms"] as "explicit"
}

test_no_linger_before_4_0 if {
	rule.report == set() with input as producer
		with input.values as {"batch.size": 16384, "linger.ms": 0}
		with input.state["linger.ms"] as "explicit"
		with input.versions.client.version as [3, 9]
}

test_librdkafka_counts_messages if rule.report == set() with input as producer with input.client.name as "librdkafka"
