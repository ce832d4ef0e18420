package kcfglint.rules.flink_time.window_without_watermark_test

import data.kcfglint.rules.flink_time.window_without_watermark as rule

table := {
	"name": "orders",
	"dialect": "flink-sql",
	"links": {"topics": ["orders"]},
	"versions": {"flink": {"version": [2, 3], "assumed": true}},
	"values": {
		"connector": "kafka", "@sql.role": "source", "@streaming": true, "scan.bounded.mode": "unbounded",
		"execution.runtime-mode": "STREAMING",
		"@sql.window": true, "@sql.window.time": "event", "@sql.window.tvf": true, "@sql.window.size": 3600000,
		"@sql.window.function": "tumble", "@sql.watermark-delay": 10000,
	},
	"state": {
		"scan.bounded.mode": "default", "@sql.window": "explicit", "@sql.watermark": "explicit",
		"@sql.watermark-delay": "explicit", "@sql.watermark.metadata": "absent",
	},
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}},
}

test_no_watermark if {
	rule.report == {{
		"at": "@sql.window",
		"message": "TUMBLE over a column of orders, which has no WATERMARK: the column is no time attribute, and the job does not start; add WATERMARK FOR column AS column - INTERVAL '10' SECOND to the table",
	}} with input as table with input.state["@sql.watermark"] as "absent"
}

test_watermark if rule.report == set() with input as table

test_altered if rule.report == set() with input as table with input.state["@sql.watermark"] as "unknown"

test_processing_time if {
	rule.report == set() with input as table
		with input.state["@sql.watermark"] as "absent"
		with input.values["@sql.window.time"] as "processing"
}

test_batch if {
	rule.report == set() with input as table
		with input.state["@sql.watermark"] as "absent"
		with input.values["execution.runtime-mode"] as "BATCH"
}

probed := {
	"kind": "flink-table",
	"name": "rates",
	"values": {"@sql.probed": true, "@sql.primary-key": true, "@streaming": true, "@sql.window": false, "connector": "upsert-kafka"},
	"state": {"@sql.watermark": "absent", "@sql.primary-key": "explicit"},
}

test_temporal_join if {
	{f.at | some f in rule.report} == {"@sql.probed"} with input as probed
	rule.report == set() with input as probed with input.state["@sql.watermark"] as "explicit"
	rule.report == set() with input as probed with input.values.connector as "jdbc"
}
