package kcfglint.rules.flink_sql.not_null_drop_test

import data.kcfglint.rules.flink_sql.not_null_drop as rule

key := "table.exec.sink.not-null-enforcer"

job(value, state) := {
	"values": {key: upper(value)},
	"state": {key: state},
	"settings": {key: {"written": key, "value": value, "line": 1, "from_default": false}},
}

test_drop if {
	rule.report == {{
		"at": key,
		"message": `table.exec.sink.not-null-enforcer="drop" drops rows that have NULL in a NOT NULL column, without a word in the log; remove it, or write such rows to a table of their own`,
	}} with input as job("drop", "explicit")
}

test_error if rule.report == set() with input as job("error", "explicit")

test_of_the_cluster if rule.report == set() with input as job("drop", "inherited")
