package kcfglint.rules.flink_sql.async_lookup_unordered_test

import data.kcfglint.rules.flink_sql.async_lookup_unordered as rule

key := "table.exec.async-lookup.output-mode"

job(value, state) := {
	"values": {key: upper(value)},
	"state": {key: state},
	"settings": {key: {"written": key, "value": value, "line": 1, "from_default": false}},
}

test_unordered if {
	rule.report == {{
		"at": key,
		"message": `table.exec.async-lookup.output-mode="allow_unordered": rows that are only inserted overtake each other in lookup joins, also those of one key; remove it where their order counts`,
	}} with input as job("allow_unordered", "explicit")
}

test_ordered if rule.report == set() with input as job("ORDERED", "explicit")

test_of_the_cluster if rule.report == set() with input as job("ALLOW_UNORDERED", "inherited")
