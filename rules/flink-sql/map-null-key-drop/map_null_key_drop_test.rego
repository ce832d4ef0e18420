package kcfglint.rules.flink_sql.map_null_key_drop_test

import data.kcfglint.rules.flink_sql.map_null_key_drop as rule

table(key) := {
	"values": {"@sql.role": "sink", "@sql.columns.map": "tags", key: "DROP"},
	"state": {"@sql.columns.map": "explicit", key: "explicit"},
	"settings": {key: {"written": key, "value": "drop", "line": 9, "from_default": false}},
}

test_every_format if {
	every key in ["json.map-null-key.mode", "value.json.map-null-key.mode", "debezium-json.map-null-key.mode", "canal-json.map-null-key.mode", "maxwell-json.map-null-key.mode", "ogg-json.map-null-key.mode"] {
		rule.report == {{
			"at": key,
			"message": sprintf(`%s="DROP" leaves the entries of column tags whose key is NULL out of what is written; set LITERAL, or remove it`, [key]),
			"related": [{"at": "@sql.columns.map", "message": "the column with the map"}],
		}} with input as table(key)
	}
}

test_source if {
	rule.report == set() with input as table("json.map-null-key.mode") with input.values["@sql.role"] as "source"
}

test_no_map if {
	rule.report == set() with input as table("json.map-null-key.mode") with input.state["@sql.columns.map"] as "absent"
}

test_literal if {
	rule.report == set() with input as table("json.map-null-key.mode") with input.values["json.map-null-key.mode"] as "LITERAL"
}
