package kcfglint.rules.flink_sql.cdc_yaml_unknown_key_test

import data.kcfglint.rules.flink_sql.cdc_yaml_unknown_key as rule

pipeline(key, value) := {
	"kind": "flink-cdc-pipeline",
	"settings": {
		"name": {"written": "name", "value": "shop", "line": 10, "from_default": false},
		key: {"written": key, "value": value, "line": 12, "from_default": false},
	},
	"values": {},
	"state": {key: "explicit"},
	"versions": {"flink-cdc": {"version": [3, 6, 0], "assumed": true}},
}

known(key, value, version) := object.union(pipeline(key, value), {"versions": {"flink-cdc": {"version": version, "assumed": false}}})

test_flinks if {
	rule.report == {{
		"at": "@cdc.option.execution.checkpointing.interval",
		"message": "execution.checkpointing.interval is no option of a pipeline: Flink CDC passes over it; set it in the configuration of the Flink cluster",
	}} with input as pipeline("@cdc.option.execution.checkpointing.interval", "execution.checkpointing.interval")
}

test_own if {
	rule.report == {{
		"at": "@cdc.option.retries",
		"message": "retries is no option of a pipeline: Flink CDC passes over it; remove it",
	}} with input as pipeline("@cdc.option.retries", "retries")
}

test_option if rule.report == set() with input as pipeline("schema.change.behavior", "lenient")

test_block if {
	rule.report == {{
		"at": "@cdc.block.checkpoint",
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": "checkpoint is a block or a list, and the options of a pipeline are single values: Flink CDC does not start; set it in the configuration of the Flink cluster",
	}} with input as pipeline("@cdc.block.checkpoint", "checkpoint")
}

test_part if {
	rule.report == {{
		"at": "@cdc.part.flink-conf",
		"message": "a pipeline's definition has no part flink-conf: Flink CDC passes over it, and refuses it from 3.6 on; set it in the configuration of the Flink cluster",
	}} with input as pipeline("@cdc.part.flink-conf", "flink-conf")
}

test_part_refused if {
	rule.report == {{
		"at": "@cdc.part.flink-conf",
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": "a pipeline's definition has no part flink-conf: Flink CDC does not start with it; set it in the configuration of the Flink cluster",
	}} with input as known("@cdc.part.flink-conf", "flink-conf", [3, 6])
	rule.report == {{
		"at": "@cdc.part.flink-conf",
		"message": "a pipeline's definition has no part flink-conf: Flink CDC passes over it; set it in the configuration of the Flink cluster",
	}} with input as known("@cdc.part.flink-conf", "flink-conf", [3, 5, 0])
}

test_entry if {
	rule.report == {{
		"at": "@cdc.entry.transform.0.projections",
		"message": "projections is no key of a transform: Flink CDC passes over it, and refuses it from 3.6 on; remove it",
	}} with input as pipeline("@cdc.entry.transform.0.projections", "projections")
}

test_list if {
	{f.message | some f in rule.report} == {"tables is a block or a list, and the options of a pipeline are single values: Flink CDC does not start; write one text"} with input as pipeline(
		"@cdc.block.source.tables",
		"tables",
	)
}
