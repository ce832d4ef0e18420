package kcfglint.rules.flink_kafka.startup_latest_test

import data.kcfglint.rules.flink_kafka.startup_latest as rule

mode := "scan.startup.mode"

table(values, state) := {
	"kind": "flink-table",
	"name": "orders",
	"values": object.union({"connector": "kafka", "@sql.role": "source", mode: "latest-offset"}, values),
	"state": object.union({mode: "explicit"}, state),
	"settings": {mode: {"written": "connector.startup-mode", "value": "latest-offset", "line": 7}},
}

skipped := "scan.startup.mode=\"latest-offset\" skips what is written before a start without state, and all that is retained when a restored offset has expired; set earliest-offset or group-offsets"

test_source if {
	rule.report == {{"at": mode, "message": skipped, "severity": "error"}} with input as table({}, {})
}

test_metrics if {
	rule.report == {{"at": mode, "message": skipped, "severity": "warning"}} with input as table({}, {})
		with input.name as "cpu_metrics"
}

test_table_that_no_query_in_view_uses if {
	rule.report == {{"at": mode, "message": skipped, "severity": "error"}} with input as table({"@sql.role": "unknown"}, {})
}

test_legacy_connector if {
	rule.report == {{
		"at": mode,
		"message": "connector.startup-mode=\"latest-offset\" skips what is written before a start without state; set earliest-offset or group-offsets",
		"severity": "error",
	}} with input as table({"connector": "", "connector.type": "kafka"}, {})
}

test_sink if {
	rule.report == set() with input as table({"@sql.role": "sink"}, {})
}

test_other_connector if {
	rule.report == set() with input as table({"connector": "mysql-cdc"}, {})
}

test_earliest if {
	rule.report == set() with input as table({mode: "earliest-offset"}, {})
}

test_a_line_is_judged_once if {
	rule.report == set() with input as table({}, {mode: "inherited"})
}
