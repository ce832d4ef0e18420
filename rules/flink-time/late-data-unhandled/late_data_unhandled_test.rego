package kcfglint.rules.flink_time.late_data_unhandled_test

import data.kcfglint.rules.flink_time.late_data_unhandled as rule

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
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}, "@sql.watermark-delay": {"line": 9}},
}

test_window if {
	rule.report == {{
		"at": "@sql.window",
		"severity": "info",
		"message": "rows that come more than 10000 ms behind the newest are dropped here, and nothing reports them; the delay of the watermark (line 9) must cover what comes late",
		"related": [{"at": "@sql.watermark-delay", "message": "the delay"}],
	}} with input as table
}

test_lateness if {
	rule.report == {{
		"at": "@sql.window",
		"message": "table.exec.emit.allow-lateness (line 4) has no effect on this window, which drops rows that come after the watermark; make the delay of the watermark as long as they come late",
		"related": [{"at": "table.exec.emit.allow-lateness", "message": "read by windows of GROUP BY only"}],
	}} with input as table
		with input.state["table.exec.emit.allow-lateness"] as "inherited"
		with input.settings["table.exec.emit.allow-lateness"] as {"line": 4}
}

test_late_fire if {
	found := rule.report with input as table
		with input.state["table.exec.emit.late-fire.enabled"] as "inherited"
		with input.values["table.exec.emit.late-fire.enabled"] as true
		with input.settings["table.exec.emit.late-fire.enabled"] as {"line": 4}
	some finding in found
	startswith(finding.message, "table.exec.emit.late-fire.enabled (line 4) has no effect")
}

test_group_window if rule.report == set() with input as table with input.values["@sql.window.tvf"] as false

test_processing_time if {
	rule.report == set() with input as table with input.values["@sql.window.time"] as "processing"
}

test_batch if {
	rule.report == set() with input as table with input.values["execution.runtime-mode"] as "BATCH"
}
