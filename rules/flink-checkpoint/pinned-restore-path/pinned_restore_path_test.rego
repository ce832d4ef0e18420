package kcfglint.rules.flink_checkpoint.pinned_restore_path_test

import data.kcfglint.rules.flink_checkpoint.pinned_restore_path as rule

job := {
	"values": {"execution.state-recovery.path": "s3://a/savepoint-1"},
	"state": {
		"execution.state-recovery.path": "explicit",
		"flinkVersion": "absent",
		"job.upgradeMode": "absent",
		"@job": "absent",
	},
	"settings": {"execution.state-recovery.path": {"written": "execution.savepoint.path", "value": "s3://a/savepoint-1", "line": 1, "from_default": false}},
}

test_pinned if {
	rule.report == {{
		"at": "execution.state-recovery.path",
		"message": `execution.savepoint.path="s3://a/savepoint-1": each start from this configuration goes back to that state and does the work since then again; give it with the command of the one start`,
	}} with input as job
}

test_operator if {
	rule.report == {{
		"at": "execution.state-recovery.path",
		"message": `execution.savepoint.path="s3://a/savepoint-1" has no effect: the operator sets the path by itself; for the first start set spec.job.initialSavepointPath`,
		"consequence": "ignored",
	}} with input as job with input.state.flinkVersion as "explicit" with input.state["@job"] as "explicit"
}

test_session_cluster if rule.report == set() with input as job with input.state.flinkVersion as "explicit"

test_empty if rule.report == set() with input as job with input.values["execution.state-recovery.path"] as ""

test_placeholder if rule.report == set() with input as job with input.state["execution.state-recovery.path"] as "unknown"
