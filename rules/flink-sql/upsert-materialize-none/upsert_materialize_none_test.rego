package kcfglint.rules.flink_sql.upsert_materialize_none_test

import data.kcfglint.rules.flink_sql.upsert_materialize_none as rule

materialize := "table.exec.sink.upsert-materialize"

shuffle := "table.exec.sink.keyed-shuffle"

cluster := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"values": {materialize: "NONE", "parallelism.default": 1},
	"state": {materialize: "explicit", "parallelism.default": "default"},
	"settings": {materialize: {"written": materialize, "value": "none", "line": 1, "from_default": false}},
}

table(key, insert) := {
	"kind": "flink-table",
	"name": "orders_paid",
	"dialect": "flink-sql",
	"values": {key: "NONE", "@sql.primary-key": true, "@sql.role": "sink", "@sql.insert": insert, "@streaming": true, "sink.parallelism": 4},
	"state": {key: "inherited", "parallelism.default": "absent", "sink.parallelism": "explicit"},
	"settings": {
		key: {"written": key, "value": "NONE", "line": 1, "from_default": false},
		"sink.parallelism": {"written": "sink.parallelism", "value": "4", "line": 30, "from_default": false},
	},
}

test_cluster if {
	rule.report == {{
		"at": materialize,
		"confidence": "likely",
		"message": `table.exec.sink.upsert-materialize="none": where a sink's key is not that of its query, a late delete or an old value can be written last; remove it`,
	}} with input as cluster
}

test_one_task if rule.report == set() with input as cluster with input.state["parallelism.default"] as "explicit"

test_join if {
	rule.report == {{
		"at": materialize,
		"confidence": "likely",
		"message": `table.exec.sink.upsert-materialize="NONE": where a sink's key is not that of its query, a late delete or an old value can be written last, and a join is written to table orders_paid; remove it`,
		"related": [{"at": "@sql.primary-key", "message": "the key of the sink"}],
	}} with input as table(materialize, "join")
}

test_groups if rule.report == set() with input as table(materialize, "aggregate")

test_shuffle if {
	rule.report == {{
		"at": shuffle,
		"message": `table.exec.sink.keyed-shuffle="NONE", and table orders_paid has sink.parallelism="4" (line 30): rows of one key reach it in several tasks, and the older may be written last; remove it`,
		"related": [{"at": "sink.parallelism", "message": "the sink's own parallelism"}],
	}} with input as table(shuffle, "plain")
}

test_shuffle_to_one_task if {
	rule.report == set() with input as table(shuffle, "plain") with input.values["sink.parallelism"] as 1
}

test_no_key if {
	rule.report == set() with input as table(shuffle, "plain") with input.values["@sql.primary-key"] as false
}

# What is written has no key, under a version and a clause.
keyless(version) := {
	"kind": "flink-table",
	"name": "orders_latest",
	"dialect": "flink-sql",
	"values": {"@sql.primary-key": true, "@sql.role": "sink", "@streaming": true, "@sql.keyless": true, "connector": "upsert-kafka"},
	"state": {"table.exec.sink.require-on-conflict": "default", materialize: "default"},
	"settings": {},
	"versions": {"flink": {"version": version, "assumed": false}},
}

clause(name, value) := object.union(keyless([2, 3]), {"values": {"@sql.keyless": false, name: value}, "state": {name: "explicit"}})

places(input_document) := {{"at": finding.at, "severity": object.get(finding, "severity", "warning"), "consequence": finding.consequence} |
	some finding in rule.report with input as input_document
}

test_keyless if {
	places(keyless([2, 3])) == {{"at": "@sql.keyless", "severity": "error", "consequence": "startup-failure"}}
}

test_keyless_before if places(keyless([2, 2])) == set()

test_keyless_not_required if {
	places(object.union(keyless([2, 3]), {"state": {"table.exec.sink.require-on-conflict": "inherited"}})) == set()
}

test_keyless_append if {
	every connector in ["print", "elasticsearch-7"] {
		places(object.union(keyless([2, 3]), {"values": {"connector": connector}})) == set()
	}
}

test_nothing if {
	places(clause("@sql.on-conflict.nothing", true)) == {{"at": "@sql.on-conflict.nothing", "severity": "warning", "consequence": "loss"}}
}

test_unwatermarked if {
	places(clause("@sql.on-conflict.unwatermarked", "orders")) == {{
		"at": "@sql.on-conflict.unwatermarked", "severity": "error", "consequence": "startup-failure",
	}}
}

test_appending if {
	places(object.union(clause("@sql.on-conflict", "deduplicate"), {"values": {"connector": "kafka"}})) == {{
		"at": "@sql.on-conflict", "severity": "error", "consequence": "startup-failure",
	}}
}

test_clause if places(clause("@sql.on-conflict", "deduplicate")) == set()
