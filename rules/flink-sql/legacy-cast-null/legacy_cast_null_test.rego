package kcfglint.rules.flink_sql.legacy_cast_null_test

import data.kcfglint.rules.flink_sql.legacy_cast_null as rule

key := "table.exec.legacy-cast-behaviour"

job(value, state) := {
	"values": {key: upper(value)},
	"state": {key: state},
	"settings": {key: {"written": key, "value": value, "line": 1, "from_default": false}},
}

test_enabled if {
	rule.report == {{
		"at": key,
		"message": `table.exec.legacy-cast-behaviour="enabled": what CAST cannot convert becomes NULL instead of a failure, and goes on as if it were right; remove it and use TRY_CAST where NULL is meant`,
	}} with input as job("enabled", "explicit")
}

test_disabled if rule.report == set() with input as job("DISABLED", "explicit")

test_of_the_cluster if rule.report == set() with input as job("ENABLED", "inherited")
