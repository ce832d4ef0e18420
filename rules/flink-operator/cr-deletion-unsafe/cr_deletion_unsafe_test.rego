package kcfglint.rules.flink_operator.cr_deletion_unsafe_test

import data.kcfglint.rules.flink_operator.cr_deletion_unsafe as rule

job(value, state) := {
	"values": {"job.upgradeMode": "savepoint", "kubernetes.operator.job.savepoint-on-deletion": value, "kubernetes.operator.savepoint.dispose-on-delete": false},
	"state": {"job.upgradeMode": "explicit", "kubernetes.operator.job.savepoint-on-deletion": state, "kubernetes.operator.savepoint.dispose-on-delete": "explicit"},
}

test_off if {
	rule.report == {{
		"at": "kubernetes.operator.job.savepoint-on-deletion",
		"message": "kubernetes.operator.job.savepoint-on-deletion=\"false\": the operator cancels a job whose resource is deleted without a savepoint, and a new one starts from nothing; set true",
	}} with input as job(false, "explicit")
}

test_default if {
	rule.report == {{
		"at": "job.upgradeMode",
		"severity": "info",
		"confidence": "likely",
		"message": "kubernetes.operator.job.savepoint-on-deletion is not set: the operator cancels a job whose resource is deleted without a savepoint, and a new one starts from nothing; set true",
	}} with input as job(false, "absent")
}

test_dispose if {
	rule.report == {{
		"at": "kubernetes.operator.savepoint.dispose-on-delete",
		"message": "kubernetes.operator.savepoint.dispose-on-delete=\"true\": a savepoint is deleted with the resource that stands for it, also the one that an upgrade needs; remove it",
	}} with input as job(true, "explicit") with input.values["kubernetes.operator.savepoint.dispose-on-delete"] as true
}

test_on if rule.report == set() with input as job(true, "explicit")

test_stateless if {
	rule.report == set() with input as job(false, "explicit") with input.values["job.upgradeMode"] as "stateless"
}
