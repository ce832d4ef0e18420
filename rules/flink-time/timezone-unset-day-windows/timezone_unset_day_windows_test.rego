package kcfglint.rules.flink_time.timezone_unset_day_windows_test

import data.kcfglint.rules.flink_time.timezone_unset_day_windows as rule

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
		"@sql.watermark.type": "TIMESTAMP_LTZ",
	},
	"state": {
		"scan.bounded.mode": "default", "@sql.window": "explicit", "@sql.watermark": "explicit",
		"@sql.watermark-delay": "explicit", "@sql.watermark.metadata": "absent",
		"table.local-time-zone": "default",
	},
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}},
}

test_hours if rule.report == set() with input as table

test_days if {
	rule.report == {{
		"at": "@sql.window",
		"message": "days of \"placed\" begin at midnight of the machine that submits the job, as table.local-time-zone is not set; set the zone that they are meant in",
	}} with input as table with input.values["@sql.window.size"] as 86400000
}

test_zone if {
	rule.report == set() with input as table
		with input.values["@sql.window.size"] as 86400000
		with input.state["table.local-time-zone"] as "inherited"
}

test_without_zone if {
	rule.report == set() with input as table
		with input.values["@sql.window.size"] as 86400000
		with input.values["@sql.watermark.type"] as "TIMESTAMP"
}
