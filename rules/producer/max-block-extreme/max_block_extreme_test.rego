package kcfglint.rules.producer.max_block_extreme_test

import data.kcfglint.rules.producer.max_block_extreme as rule

producer := {
	"name": "orders",
	"owner": "",
	"workload": "durability",
	"values": {"max.block.ms": 100},
	"state": {"max.block.ms": "explicit"},
}

test_short if {
	rule.report == {{
		"at": "max.block.ms",
		"severity": "warning",
		"consequence": "loss",
		"message": `max.block.ms="100" (milliseconds): the first sends fail before the metadata has arrived, and their records are lost unless the application sends them again; set 5000 or more`,
	}} with input as producer
}

test_short_on_purpose if {
	{f.severity | some f in rule.report} == {"info"} with input as producer with input.workload as "latency"
}

test_long if {
	rule.report == {{
		"at": "max.block.ms",
		"message": `max.block.ms="3600000" (milliseconds): while brokers are away or the buffer is full, threads that send hang for that long; set at most 60000`,
	}} with input as producer with input.values["max.block.ms"] as 3600000
}

test_usual if rule.report == set() with input as producer with input.values["max.block.ms"] as 60000

test_connect if rule.report == set() with input as producer with input.owner as "connect"

test_default if rule.report == set() with input as producer with input.state["max.block.ms"] as "default"
