package kcfglint.rules.flink_operator.required_dirs_missing_test

import data.kcfglint.rules.flink_operator.required_dirs_missing as rule

job(mode, state) := {
	"values": {"job.upgradeMode": mode},
	"state": object.union({"job.upgradeMode": "explicit", "execution.checkpointing.savepoint-dir": "absent"}, state),
}

rejected(key, what) := {{
	"at": key,
	"message": sprintf("%s needs a directory for savepoints, and none is set: the operator rejects the resource unless its own defaults have one; set state.savepoints.dir", [what]),
}}

test_savepoint if rule.report == rejected("job.upgradeMode", "job.upgradeMode=\"savepoint\"") with input as job("savepoint", {})

test_once if {
	rule.report == rejected("job.savepointTriggerNonce", "job.savepointTriggerNonce") with input as job("savepoint", {"job.savepointTriggerNonce": "explicit"})
}

test_periodic if {
	key := "kubernetes.operator.periodic.savepoint.interval"
	rule.report == rejected(key, key) with input as job("last-state", {key: "explicit"})
}

test_age if {
	key := "kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"
	rule.report == rejected(key, key) with input as job("last-state", {key: "explicit"})
}

test_last_state if rule.report == set() with input as job("last-state", {})

test_directory if {
	rule.report == set() with input as job("savepoint", {"execution.checkpointing.savepoint-dir": "inherited"})
}
