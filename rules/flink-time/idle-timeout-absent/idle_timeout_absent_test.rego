package kcfglint.rules.flink_time.idle_timeout_absent_test

import data.kcfglint.rules.flink_time.idle_timeout_absent as rule

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
		"table.exec.source.idle-timeout": 0,
	},
	"state": {
		"scan.bounded.mode": "default", "@sql.window": "explicit", "@sql.watermark": "explicit",
		"@sql.watermark-delay": "explicit", "@sql.watermark.metadata": "absent",
		"table.exec.source.idle-timeout": "default", "scan.watermark.idle-timeout": "absent",
	},
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}},
}

test_no_timeout if {
	rule.report == {{
		"at": "@sql.watermark",
		"message": "nothing sets an idle timeout: while one partition of orders gets no record, no watermark passes and the window (line 30) writes nothing; set table.exec.source.idle-timeout, e.g. to 30s",
		"related": [{"at": "@sql.window", "message": "the window that waits"}],
	}} with input as table
}

test_timeout_of_the_job if {
	rule.report == set() with input as table with input.values["table.exec.source.idle-timeout"] as 30000
}

test_timeout_of_the_table if {
	rule.report == set() with input as table with input.values["scan.watermark.idle-timeout"] as 30000
}

test_timeout_unknown if {
	rule.report == set() with input as table with input.state["table.exec.source.idle-timeout"] as "unknown"
}

test_batch if {
	rule.report == set() with input as table with input.values["execution.runtime-mode"] as "BATCH"
}
