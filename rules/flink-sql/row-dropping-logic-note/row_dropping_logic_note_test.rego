package kcfglint.rules.flink_sql.row_dropping_logic_note_test

import data.kcfglint.rules.flink_sql.row_dropping_logic_note as rule

test_drops if {
	rule.report == {
		{"at": "@sql.drops.26.105", "message": "rows between source and sink are left out here: WHERE keeps those that meet the condition, and not those for which it is NULL"},
		{"at": "@sql.drops.29.110", "message": "rows between source and sink are left out here: LIMIT keeps the first"},
	} with input as {"settings": {
		"@sql.drops.26.105": {"written": "@sql.drops.26.105", "value": "where", "line": 26, "from_default": false},
		"@sql.drops.29.110": {"written": "@sql.drops.29.110", "value": "limit", "line": 29, "from_default": false},
		"@sql.sinks": {"written": "@sql.sinks", "value": "kafka", "line": 1, "from_default": false},
	}}
}

test_nothing_dropped if rule.report == set() with input as {"settings": {}}
