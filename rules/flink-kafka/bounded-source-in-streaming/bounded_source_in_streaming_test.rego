package kcfglint.rules.flink_kafka.bounded_source_in_streaming_test

import data.kcfglint.rules.flink_kafka.bounded_source_in_streaming as rule

table := {
	"name": "orders",
	"values": {
		"connector": "kafka",
		"@sql.role": "source",
		"@streaming": false,
		"@sql.sinks": "kafka",
		"execution.runtime-mode": "STREAMING",
		"scan.bounded.mode": "latest-offset",
	},
	"state": {
		"scan.bounded.mode": "explicit",
		"execution.runtime-mode": "default",
		"execution.checkpointing.interval": "explicit",
	},
}

ends := {
	"at": "scan.bounded.mode",
	"message": `scan.bounded.mode="latest-offset": the job ends when it has read so far, and writes nothing to kafka after that; remove it, or set execution.runtime-mode=BATCH`,
}

test_ends if rule.report == {ends} with input as table

test_not_certain if {
	rule.report == {object.union(ends, {"severity": "warning"})} with input as table
		with input.state["execution.checkpointing.interval"] as "absent"
}

test_other_source_goes_on if rule.report == set() with input as table with input.values["@streaming"] as true

test_batch if rule.report == set() with input as table with input.values["execution.runtime-mode"] as "BATCH"

test_printed if rule.report == set() with input as table with input.values["@sql.sinks"] as "print"

test_backfill if rule.report == set() with input as table with input.values["pipeline.name"] as "orders-backfill"
