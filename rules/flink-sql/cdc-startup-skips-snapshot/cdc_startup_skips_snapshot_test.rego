package kcfglint.rules.flink_sql.cdc_startup_skips_snapshot_test

import data.kcfglint.rules.flink_sql.cdc_startup_skips_snapshot as rule

table(connector, mode) := {
	"kind": "flink-table",
	"complete": "full",
	"values": {"connector": connector, "@sql.role": "source", "parallelism.default": 4},
	"state": {"scan.startup.mode": "explicit", "parallelism.default": "inherited", "server-id": "explicit"},
	"settings": {
		"scan.startup.mode": {"written": "scan.startup.mode", "value": mode, "line": 9, "from_default": false},
		"parallelism.default": {"written": "parallelism.default", "value": "4", "line": 1, "from_default": false},
	},
}

test_latest if {
	rule.report == {{
		"at": "scan.startup.mode",
		"severity": "error",
		"message": `scan.startup.mode="latest-offset": rows that the table holds at the start are never read, nor what changes before a start without state; remove it`,
	}} with input as table("postgres-cdc", "latest-offset")
}

test_log_only if {
	every mode in ["earliest-offset", "timestamp", "SPECIFIC-OFFSET"] {
		{f.severity | some f in rule.report} == {"warning"} with input as table("mysql-cdc", mode)
	}
}

test_initial if rule.report == set() with input as table("mysql-cdc", "initial")

test_kafka if rule.report == set() with input as table("kafka", "latest-offset")

test_server_id if {
	t := object.union(table("mysql-cdc", "initial"), {"state": {"server-id": "absent"}})
	rule.report == {{
		"at": "connector",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "stall",
		"message": `connector="mysql-cdc" without server-id under parallelism.default="4" (line 1): readers take server ids at random, and two of the same throw each other out; set a range of as many, such as 5401-5404`,
		"related": [{"at": "parallelism.default", "message": "the number of readers"}],
	}} with input as t
	rule.report == set() with input as t with input.values["parallelism.default"] as 1
	rule.report == set() with input as t with input.state["parallelism.default"] as "default"
	rule.report == set() with input as t with input.values.connector as "postgres-cdc"
}

test_pipeline if {
	key := "source.scan.startup.mode"
	{f.at | some f in rule.report} == {key} with input as {
		"kind": "flink-cdc-pipeline",
		"state": {key: "explicit"},
		"settings": {key: {"written": "scan.startup.mode", "value": "latest-offset", "line": 5, "from_default": false}},
	}
}
