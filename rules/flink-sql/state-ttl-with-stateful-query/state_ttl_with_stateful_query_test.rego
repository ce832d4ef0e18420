package kcfglint.rules.flink_sql.state_ttl_with_stateful_query_test

import data.kcfglint.rules.flink_sql.state_ttl_with_stateful_query as rule

job(by, ttl, value) := {
	"values": {"@sql.stateful": true, "@streaming": true, "table.exec.state.ttl": ttl},
	"state": {"table.exec.state.ttl": "explicit"},
	"settings": {
		"@sql.stateful.by": {"written": "@sql.stateful.by", "value": by, "line": 20, "from_default": false},
		"table.exec.state.ttl": {"written": "table.exec.state.ttl", "value": value, "line": 2, "from_default": false},
	},
}

forgets(severity, message) := {{
	"at": "table.exec.state.ttl",
	"severity": severity,
	"message": message,
	"related": [{"at": "@sql.stateful.by", "message": "what keeps state"}],
}}

test_join_of_minutes if {
	message := `table.exec.state.ttl="30 min" with a join (line 20): a row finds no partner that came longer before; set it longer than rows of one key can be apart`
	rule.report == forgets("error", message) with input as job("join", 1800000, "30 min")
}

test_join_of_days if {
	message := `table.exec.state.ttl="2 d" with a join (line 20): a row finds no partner that came longer before; set it longer than rows of one key can be apart`
	rule.report == forgets("warning", message) with input as job("join", 172800000, "2 d")
}

test_groups if {
	message := `table.exec.state.ttl="1 h" with a group-by (line 20): a group that was idle for that long begins anew, and its result replaces the right one; set it longer than rows of one key can be apart`
	rule.report == forgets("warning", message) with input as job("group-by", 3600000, "1 h")
}

test_distinct if {
	message := `table.exec.state.ttl="1 h" with a distinct (line 20): a row that comes again after that time passes a second time; set it longer than rows of one key can be apart`
	rule.report == forgets("warning", message) with input as job("distinct", 3600000, "1 h")
}

test_no_limit if {
	rule.report == {{
		"at": "@sql.stateful.by",
		"severity": "info",
		"consequence": "stall",
		"message": "nothing drops what this join remembers of its keys, so its state grows for ever; bound it by a window, or set table.exec.state.ttl longer than rows of one key can be apart",
	}} with input as job("join", 0, "0")
}

test_no_state if rule.report == set() with input as job("join", 1800000, "30 min") with input.values["@sql.stateful"] as false

test_batch if rule.report == set() with input as job("join", 1800000, "30 min") with input.values["@streaming"] as false

test_unknown if rule.report == set() with input as job("join", 0, "0") with input.state as {"table.exec.state.ttl": "unknown"}
