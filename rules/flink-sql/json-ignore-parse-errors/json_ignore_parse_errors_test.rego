package kcfglint.rules.flink_sql.json_ignore_parse_errors_test

import data.kcfglint.rules.flink_sql.json_ignore_parse_errors as rule

table(key, value, role) := {
	"kind": "flink-table",
	"name": "orders",
	"values": {"connector": "kafka", "@sql.role": role, key: value},
	"state": {key: "explicit"},
}

skipped(key) := sprintf("%s=\"true\" skips records that do not parse and sets fields that do not fit to NULL, uncounted and unlogged; remove it, or read raw and keep what fails", [key])

test_source if {
	key := "json.ignore-parse-errors"
	rule.report == {{"at": key, "message": skipped(key), "severity": "error"}} with input as table(key, true, "source")
}

test_value_format_of_a_table_that_no_query_in_view_uses if {
	key := "value.json.ignore-parse-errors"
	rule.report == {{"at": key, "message": skipped(key), "severity": "error"}} with input as table(key, true, "unknown")
}

test_access_logs if {
	key := "key.json.ignore-parse-errors"
	rule.report == {{"at": key, "message": skipped(key), "severity": "info"}} with input as table(key, true, "source")
		with input.name as "access_logs"
}

test_sink if {
	rule.report == set() with input as table("json.ignore-parse-errors", true, "sink")
}

test_false if {
	rule.report == set() with input as table("json.ignore-parse-errors", false, "source")
}
