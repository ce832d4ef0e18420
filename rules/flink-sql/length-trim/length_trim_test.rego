package kcfglint.rules.flink_sql.length_trim_test

import data.kcfglint.rules.flink_sql.length_trim as rule

key := "table.exec.sink.type-length-enforcer"

cluster := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"values": {key: "TRIM_PAD"},
	"state": {key: "explicit", "@sql.sinks.bounded": "absent"},
	"settings": {key: {"written": key, "value": "trim_pad", "line": 1, "from_default": false}},
}

job := {
	"kind": "flink-job",
	"dialect": "flink-sql",
	"values": {key: "TRIM_PAD", "@sql.sinks.bounded": "name"},
	"state": {key: "explicit", "@sql.sinks.bounded": "explicit"},
	"settings": cluster.settings,
}

test_cluster if {
	rule.report == {{
		"at": key,
		"message": `table.exec.sink.type-length-enforcer="trim_pad" cuts texts without a word to the length of their column: keys that begin alike become one; remove it`,
		"confidence": "likely",
	}} with input as cluster
}

test_script if {
	rule.report == {{
		"at": key,
		"message": `table.exec.sink.type-length-enforcer="trim_pad" cuts texts without a word to the length of their column, such as name: keys that begin alike become one; remove it`,
		"related": [{"at": "@sql.sinks.bounded", "message": "a column with a length"}],
	}} with input as job
}

test_no_length_in_view if {
	rule.report == set() with input as job with input.state as {key: "explicit", "@sql.sinks.bounded": "absent"}
}

test_ignore if rule.report == set() with input as job with input.values as {key: "IGNORE", "@sql.sinks.bounded": "name"}
