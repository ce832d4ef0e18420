package kcfglint.rules.flink_time.processing_time_window_test

import data.kcfglint.rules.flink_time.processing_time_window as rule

table := {
	"name": "orders",
	"dialect": "flink-sql",
	"links": {"topics": ["orders"]},
	"versions": {"flink": {"version": [2, 3], "assumed": true}},
	"values": {
		"connector": "kafka", "@sql.role": "source", "@streaming": true, "scan.bounded.mode": "unbounded",
		"execution.runtime-mode": "STREAMING",
		"@sql.window": true, "@sql.window.time": "processing", "@sql.window.tvf": true, "@sql.window.size": 3600000,
		"@sql.window.function": "tumble", "@sql.watermark-delay": 10000,
	},
	"state": {
		"scan.bounded.mode": "default", "@sql.window": "explicit", "@sql.watermark": "explicit",
		"@sql.watermark-delay": "explicit", "@sql.watermark.metadata": "absent",
	},
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}},
}

test_processing_time if {
	rule.report == {{
		"at": "@sql.window",
		"message": "TUMBLE over processing time: after a restart the same rows of orders fall into other windows, and results differ from what was written; use a column of the record with a WATERMARK",
	}} with input as table
}

test_event_time if rule.report == set() with input as table with input.values["@sql.window.time"] as "event"

test_unknown_time if rule.report == set() with input as table with input.values["@sql.window.time"] as "unknown"

test_metrics if rule.report == set() with input as table with input.name as "order_metrics"

test_batch if {
	rule.report == set() with input as table with input.values["execution.runtime-mode"] as "BATCH"
}
