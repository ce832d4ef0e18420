package kcfglint.rules.flink_checkpoint.savepoint_dir_missing_test

import data.kcfglint.rules.flink_checkpoint.savepoint_dir_missing as rule

cluster(written) := {
	"complete": "full",
	"state": {
		"execution.checkpointing.dir": "explicit",
		"execution.checkpointing.savepoint-dir": "absent",
		"flinkVersion": "absent",
	},
	"settings": {"execution.checkpointing.dir": {"written": written, "value": "s3://a/b", "line": 1, "from_default": false}},
}

test_old_name if {
	rule.report == {{
		"at": "execution.checkpointing.dir",
		"message": "state.checkpoints.dir is set, but no directory for savepoints: a job cannot be stopped with one unless the command names a place; set state.savepoints.dir",
	}} with input as cluster("state.checkpoints.dir")
}

test_new_name if {
	some finding in rule.report with input as cluster("execution.checkpointing.dir")
	endswith(finding.message, "set execution.checkpointing.savepoint-dir")
}

test_there if rule.report == set() with input as cluster("state.checkpoints.dir") with input.state["execution.checkpointing.savepoint-dir"] as "explicit"

test_placeholder if rule.report == set() with input as cluster("state.checkpoints.dir") with input.state["execution.checkpointing.savepoint-dir"] as "unknown"

test_operator if rule.report == set() with input as cluster("state.checkpoints.dir") with input.state.flinkVersion as "explicit"

test_template if rule.report == set() with input as cluster("state.checkpoints.dir") with input.complete as "template"
