package kcfglint.rules.flink_sql.cdc_duplicates_undeduplicated_test

import data.kcfglint.rules.flink_sql.cdc_duplicates_undeduplicated as rule

duplicate := "table.exec.source.cdc-events-duplicate"

table(key, drops, primary) := {
	"values": {
		"connector": "kafka", key: "debezium-json", "@sql.role": "source", "@sql.stateful": true, "@sql.stateful.by": "group-by",
		"@streaming": true, "@sql.primary-key": primary, duplicate: drops,
	},
	"state": {key: "explicit", duplicate: "inherited"},
	"settings": {duplicate: {"written": duplicate, "value": "x", "line": 2, "from_default": false}},
}

test_groups if {
	every key in ["format", "value.format"] {
		rule.report == {{
			"at": key,
			"severity": "warning",
			"confidence": "likely",
			"message": sprintf(`%s="debezium-json" without table.exec.source.cdc-events-duplicate=true: a change that the connector repeats is counted twice by the group-by behind it; set it and declare a PRIMARY KEY`, [key]),
		}} with input as table(key, false, true)
	}
}

test_no_key if {
	rule.report == {{
		"at": "@sql.primary-key",
		"severity": "error",
		"consequence": "startup-failure",
		"message": `the table has format="debezium-json" and no PRIMARY KEY, which table.exec.source.cdc-events-duplicate=true (line 2) demands: Flink refuses the job; declare PRIMARY KEY (...) NOT ENFORCED`,
		"related": [{"at": duplicate, "message": "the job drops duplicates by primary key"}],
	}} with input as table("format", true, false)
}

test_dropped if rule.report == set() with input as table("format", true, true)

test_copied if rule.report == set() with input as table("format", false, true) with input.values["@sql.stateful"] as false

test_plain_json if rule.report == set() with input as table("format", false, true) with input.values.format as "json"
