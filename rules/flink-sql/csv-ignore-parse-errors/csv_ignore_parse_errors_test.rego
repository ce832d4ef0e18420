package kcfglint.rules.flink_sql.csv_ignore_parse_errors_test

import data.kcfglint.rules.flink_sql.csv_ignore_parse_errors as rule

table(key, value, role) := {
	"kind": "flink-table",
	"name": "invoices",
	"values": {"connector": "filesystem", "@sql.role": role, key: value},
	"state": {key: "explicit"},
}

dropped(key) := sprintf("%s=\"true\" drops a row for one field that does not fit, uncounted and unlogged; remove it, or declare STRING columns and convert with TRY_CAST", [key])

test_source if {
	key := "csv.ignore-parse-errors"
	rule.report == {{"at": key, "message": dropped(key), "severity": "error"}} with input as table(key, true, "source")
}

test_metrics if {
	key := "value.csv.ignore-parse-errors"
	rule.report == {{"at": key, "message": dropped(key), "severity": "info"}} with input as table(key, true, "both")
		with input.name as "meter_metrics"
}

test_sink if {
	rule.report == set() with input as table("csv.ignore-parse-errors", true, "sink")
}

test_false if {
	rule.report == set() with input as table("csv.ignore-parse-errors", false, "source")
}
