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

# command starts a job with an option.
command(kind, ha) := {
	"kind": kind,
	"values": {"execution.state-recovery.path": "s3://a/savepoint-1", "high-availability.type": ha},
	"state": {
		"execution.state-recovery.path": "explicit", "high-availability.type": "default",
		"flinkVersion": "absent", "job.upgradeMode": "absent", "@job": "absent",
	},
	"settings": {"execution.state-recovery.path": {"written": "--fromSavepoint", "value": "s3://a/savepoint-1", "line": 1, "from_default": false}},
}

test_container if {
	rule.report == {{
		"at": "execution.state-recovery.path",
		"message": "--fromSavepoint s3://a/savepoint-1: without high availability each restart of this container goes back to that state and does the work since then again; set high-availability.type, or leave it out after the first start",
	}} with input as command("flink-cluster", "NONE")
}

test_container_with_ha if rule.report == set() with input as command("flink-cluster", "KUBERNETES")

test_one_start if rule.report == set() with input as command("flink-job", "NONE")
