package kcfglint.rules.flink_time.auto_watermark_interval_zero_test

import data.kcfglint.rules.flink_time.auto_watermark_interval_zero as rule

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
		"pipeline.auto-watermark-interval": 0, "scan.watermark.emit.strategy": "on-periodic",
	},
	"state": {
		"scan.bounded.mode": "default", "@sql.window": "explicit", "@sql.watermark": "explicit",
		"@sql.watermark-delay": "explicit", "@sql.watermark.metadata": "absent",
		"pipeline.auto-watermark-interval": "inherited", "scan.watermark.emit.strategy": "default",
	},
	"settings": {"@sql.watermark": {"value": "placed", "line": 9}, "@sql.window.function": {"value": "TUMBLE", "line": 30}, "pipeline.auto-watermark-interval": {"written": "pipeline.auto-watermark-interval", "value": "0", "line": 2}},
}

test_table if {
	rule.report == {{
		"at": "@sql.watermark",
		"message": "pipeline.auto-watermark-interval is 0 (line 2): the source of orders never sends this watermark, and what waits for event time stands still; remove it or set 200 ms",
		"related": [{"at": "pipeline.auto-watermark-interval", "message": "the interval"}],
	}} with input as table
}

test_on_event if {
	rule.report == set() with input as table with input.values["scan.watermark.emit.strategy"] as "on-event"
}

test_other_source if rule.report == set() with input as table with input.values.connector as "datagen"

test_interval if rule.report == set() with input as table with input.values["pipeline.auto-watermark-interval"] as 200

cluster := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"values": {"pipeline.auto-watermark-interval": 0},
	"state": {"pipeline.auto-watermark-interval": "explicit"},
	"settings": {"pipeline.auto-watermark-interval": {"written": "pipeline.auto-watermark-interval", "value": "0 ms"}},
}

test_cluster if {
	rule.report == {{
		"at": "pipeline.auto-watermark-interval",
		"severity": "warning",
		"confidence": "likely",
		"message": "pipeline.auto-watermark-interval=\"0 ms\": no periodic watermark is sent, so that jobs that wait for event time stand still; remove it or set 200 ms",
	}} with input as cluster
}

test_batch if rule.report == set() with input as cluster with input.values["execution.runtime-mode"] as "BATCH"

test_script if rule.report == set() with input as cluster with input.dialect as "flink-sql"
