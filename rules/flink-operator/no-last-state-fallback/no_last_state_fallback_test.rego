package kcfglint.rules.flink_operator.no_last_state_fallback_test

import data.kcfglint.rules.flink_operator.no_last_state_fallback as rule

job := {
	"values": {"job.upgradeMode": "savepoint", "kubernetes.operator.job.upgrade.last-state-fallback.enabled": false, "high-availability.type": "NONE"},
	"state": {"job.upgradeMode": "explicit", "kubernetes.operator.job.upgrade.last-state-fallback.enabled": "explicit", "high-availability.type": "absent"},
	"settings": {"job.upgradeMode": {"line": 20}},
}

test_no_fallback if {
	rule.report == {{
		"at": "kubernetes.operator.job.upgrade.last-state-fallback.enabled",
		"message": "kubernetes.operator.job.upgrade.last-state-fallback.enabled=\"false\": a job that is not running cannot be upgraded under upgradeMode savepoint (line 20), not even to mend it; remove it",
	}} with input as job
}

test_last_state_without_ha if {
	rule.report == {{
		"at": "job.upgradeMode",
		"consequence": "startup-failure",
		"message": "job.upgradeMode=\"last-state\" without high availability: operators before 1.10 refuse the resource; set high-availability.type=kubernetes and high-availability.storageDir",
	}} with input as job with input.values["job.upgradeMode"] as "last-state"
}

test_fallback if rule.report == set() with input as job with input.values["kubernetes.operator.job.upgrade.last-state-fallback.enabled"] as true

test_last_state_with_ha if {
	rule.report == set() with input as job
		with input.values["job.upgradeMode"] as "last-state"
		with input.values["high-availability.type"] as "KUBERNETES"
}
