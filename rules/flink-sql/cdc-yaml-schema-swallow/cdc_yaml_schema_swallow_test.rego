package kcfglint.rules.flink_sql.cdc_yaml_schema_swallow_test

import data.kcfglint.rules.flink_sql.cdc_yaml_schema_swallow as rule

keys := ["schema.change.behavior", "sink.exclude.schema.changes", "sink.include.schema.changes"]

pipeline(key, value) := {
	"values": {key: value},
	"state": object.union({k: "absent" | some k in keys}, {key: "explicit"}),
	"settings": {key: {"written": key, "value": value, "line": 9, "from_default": false}},
}

test_behavior if {
	rule.report == {{
		"at": "schema.change.behavior",
		"severity": "error",
		"message": `schema.change.behavior="ignore" drops each change of a schema: the values of columns that are added never reach the sink; set lenient or evolve`,
	}} with input as pipeline("schema.change.behavior", "ignore")
	{f.severity | some f in rule.report} == {"warning"} with input as pipeline("schema.change.behavior", "TRY_EVOLVE")
	rule.report == set() with input as pipeline("schema.change.behavior", "lenient")
}

test_exclude if {
	rule.report == {{
		"at": "sink.exclude.schema.changes",
		"severity": "warning",
		"message": `exclude.schema.changes holds "add.column": columns that are added at the source are dropped before the sink; remove it`,
	}} with input as pipeline("sink.exclude.schema.changes", "drop.table,add.column")
	{f.at | some f in rule.report} == {"sink.exclude.schema.changes"} with input as pipeline("sink.exclude.schema.changes", "column")
	rule.report == set() with input as pipeline("sink.exclude.schema.changes", "drop.table,truncate.table")
}

test_include if {
	{f.at | some f in rule.report} == {"sink.include.schema.changes"} with input as pipeline("sink.include.schema.changes", "create.table")
	rule.report == set() with input as pipeline("sink.include.schema.changes", "create.table,add.column")
	rule.report == set() with input as pipeline("sink.include.schema.changes", "create,column")
}
