package kcfglint.rules.flink_operator.savepoint_mode_without_interval_test

import data.kcfglint.rules.flink_operator.savepoint_mode_without_interval as rule

job := {
	"values": {"job.upgradeMode": "savepoint"},
	"state": {"job.upgradeMode": "explicit", "execution.checkpointing.interval": "absent"},
	"settings": {"job.upgradeMode": {"line": 20}},
}

test_no_interval if {
	rule.report == {{
		"at": "execution.checkpointing.interval",
		"message": "job.upgradeMode=\"savepoint\" (line 20) switches no checkpoints on: a job that fails starts again from the savepoint of its last upgrade, or from nothing; set execution.checkpointing.interval, e.g. to 60s",
		"related": [{"at": "job.upgradeMode", "message": "the upgrade mode"}],
	}} with input as job
}

test_code_may_enable_checkpointing if {
	[finding] := [f | some f in rule.report] with input as object.union(job, {"code_may_set": true})
	contains(finding.message, "switches no checkpoints on: unless its code does, a job that fails starts again")
}

test_interval if {
	rule.report == set() with input as job with input.state["execution.checkpointing.interval"] as "explicit"
}

test_last_state if rule.report == set() with input as job with input.values["job.upgradeMode"] as "last-state"

test_batch if rule.report == set() with input as job with input.values["execution.runtime-mode"] as "BATCH"
