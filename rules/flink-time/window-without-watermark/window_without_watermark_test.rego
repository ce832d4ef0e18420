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

# ordered is a table without a watermark whose column has a fact.
ordered(fact, value, version) := {
	"name": "orders",
	"values": {fact: value, "@streaming": true},
	"state": {"@sql.watermark": "absent", fact: "explicit", "table.exec.state.ttl": "default"},
	"versions": {"flink": {"version": version, "assumed": false}},
}

test_as_of if {
	rule.report == {{
		"at": "@sql.as-of",
		"message": "FOR SYSTEM_TIME AS OF ts: orders has no WATERMARK, so the column is no time attribute, and the job does not start; add WATERMARK FOR ts AS ts - INTERVAL '10' SECOND to the table, or take a column AS PROCTIME()",
	}} with input as ordered("@sql.as-of", "ts", [2, 3])
}

over(fact) := {{
	"at": fact,
	"message": "OVER orders rows by ts of orders, which has no WATERMARK: the column is no time attribute, and the job does not start; add WATERMARK FOR ts AS ts - INTERVAL '10' SECOND to the table",
}}

test_over_bounded if rule.report == over("@sql.over.bounded") with input as ordered("@sql.over.bounded", "ts", [2, 3])

test_over_range_2_0 if rule.report == over("@sql.over.range") with input as ordered("@sql.over.range", "ts", [2, 0])

test_over_rows_1_20 if rule.report == over("@sql.over.rows") with input as ordered("@sql.over.rows", "ts", [1, 20])

test_over_range_2_1 if rule.report == set() with input as ordered("@sql.over.range", "ts", [2, 1])

test_over_watermark if {
	rule.report == set() with input as ordered("@sql.over.bounded", "ts", [2, 3]) with input.state["@sql.watermark"] as "explicit"
}

test_interval_join if {
	rule.report == {{
		"at": "@sql.interval-join",
		"severity": "warning",
		"consequence": "stall",
		"message": "this join by an interval is a regular one, as none of its tables has a WATERMARK: Flink keeps all rows of both sides for ever, until the state is too large; declare one for the columns that it compares",
	}} with input as ordered("@sql.interval-join", true, [2, 3])
}

test_interval_join_forgets if {
	rule.report == set() with input as ordered("@sql.interval-join", true, [2, 3]) with input.state["table.exec.state.ttl"] as "explicit"
}
