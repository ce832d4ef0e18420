package kcfglint.rules.flink_time.huge_or_tiny_delay_test

import data.kcfglint.rules.flink_time.huge_or_tiny_delay as rule

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

test_fits if rule.report == set() with input as table

test_tiny if {
	rule.report == {{
		"at": "@sql.watermark-delay",
		"consequence": "loss",
		"message": "the watermark stays behind by 200 ms only: the window (line 30) drops what a short pause of a producer makes late; set some seconds",
	}} with input as table with input.values["@sql.watermark-delay"] as 200
}

test_huge if {
	rule.report == {{
		"at": "@sql.watermark-delay",
		"message": "the watermark stays behind by 86400000 ms, more than ten windows of 3600000 ms (line 30): every result comes that late; set what rows are late by",
	}} with input as table with input.values["@sql.watermark-delay"] as 86400000
}

test_session if {
	rule.report == set() with input as table
		with input.values["@sql.watermark-delay"] as 86400000
		with input.values["@sql.window.function"] as "session"
}

test_none if rule.report == set() with input as table with input.values["@sql.watermark-delay"] as 0
