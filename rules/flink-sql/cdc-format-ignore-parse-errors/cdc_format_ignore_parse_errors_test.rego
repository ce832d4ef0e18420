package kcfglint.rules.flink_sql.cdc_format_ignore_parse_errors_test

import data.kcfglint.rules.flink_sql.cdc_format_ignore_parse_errors as rule

table(key, value, role) := {
	"kind": "flink-table",
	"values": {"connector": "kafka", "@sql.role": role, key: value},
	"state": {key: "explicit"},
}

skipped(key) := sprintf("%s=\"true\" skips changes that do not parse: a delete or an update that is skipped is never repeated, and the table stays wrong; remove it", [key])

test_every_format if {
	every format in ["debezium-json", "canal-json", "maxwell-json", "ogg-json"] {
		plain := sprintf("%s.ignore-parse-errors", [format])
		rule.report == {{"at": plain, "message": skipped(plain)}} with input as table(plain, true, "source")
		value := sprintf("value.%s.ignore-parse-errors", [format])
		rule.report == {{"at": value, "message": skipped(value)}} with input as table(value, true, "unknown")
	}
}

test_sink if {
	rule.report == set() with input as table("debezium-json.ignore-parse-errors", true, "sink")
}

test_false if {
	rule.report == set() with input as table("debezium-json.ignore-parse-errors", false, "source")
}
