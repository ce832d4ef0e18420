package kcfglint.rules.consumer.fetch_memory_test

import data.kcfglint.rules.consumer.fetch_memory as rule

consumer := {
	"values": {"fetch.max.bytes": 1073741824, "max.partition.fetch.bytes": 1048576},
	"state": {"fetch.max.bytes": "explicit", "max.partition.fetch.bytes": "default"},
}

test_response if {
	rule.report == {{
		"at": "fetch.max.bytes",
		"message": `fetch.max.bytes="1073741824" (bytes): a consumer that catches up may hold 1024 MiB of one response, and more of several, in memory; set what the largest batch needs`,
	}} with input as consumer
}

test_partition if {
	{f.at | some f in rule.report} == {"max.partition.fetch.bytes"} with input as consumer
		with input.values as {"max.partition.fetch.bytes": 536870912}
		with input.state as {"max.partition.fetch.bytes": "explicit", "fetch.max.bytes": "unknown"}
}

test_response_bounds_partition if {
	rule.report == set() with input as consumer
		with input.values as {"max.partition.fetch.bytes": 536870912, "fetch.max.bytes": 52428800}
		with input.state as {"max.partition.fetch.bytes": "explicit", "fetch.max.bytes": "default"}
}

test_default if rule.report == set() with input as consumer with input.state["fetch.max.bytes"] as "default"
