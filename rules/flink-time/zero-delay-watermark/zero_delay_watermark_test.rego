package kcfglint.rules.flink_time.zero_delay_watermark_test

import data.kcfglint.rules.flink_time.zero_delay_watermark as rule

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

test_no_delay if {
	rule.report == {{
		"at": "@sql.watermark-delay",
		"message": "the watermark of \"placed\" stays behind by 0 ms: the first row past the end of a window (line 30) closes it, and rows of it that come later are dropped; subtract what rows can be late by, e.g. INTERVAL '10' SECOND",
		"related": [{"at": "@sql.window", "message": "the window that drops it"}],
	}} with input as table with input.values["@sql.watermark-delay"] as 0
}

test_delay if rule.report == set() with input as table

test_delay_unknown if {
	rule.report == set() with input as table
		with input.values["@sql.watermark-delay"] as 0
		with input.state["@sql.watermark-delay"] as "unknown"
}

test_time_of_the_broker if {
	rule.report == set() with input as table
		with input.values["@sql.watermark-delay"] as 0
		with input.state["@sql.watermark.metadata"] as "explicit"
}

test_bounded if {
	rule.report == set() with input as table
		with input.values["@sql.watermark-delay"] as 0
		with input.values["scan.bounded.mode"] as "latest-offset"
		with input.state["scan.bounded.mode"] as "explicit"
}
