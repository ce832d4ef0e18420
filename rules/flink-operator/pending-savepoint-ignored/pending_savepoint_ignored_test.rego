package kcfglint.rules.flink_operator.pending_savepoint_ignored_test

import data.kcfglint.rules.flink_operator.pending_savepoint_ignored as rule

job(value, state) := {"values": {"kubernetes.operator.job.upgrade.ignore-pending-savepoint": value}, "state": {"kubernetes.operator.job.upgrade.ignore-pending-savepoint": state}}

test_ignored if {
	rule.report == {{
		"at": "kubernetes.operator.job.upgrade.ignore-pending-savepoint",
		"message": "kubernetes.operator.job.upgrade.ignore-pending-savepoint=\"true\": an upgrade does not wait for a savepoint in progress, which is then never completed; remove it",
	}} with input as job(true, "explicit")
}

test_awaited if rule.report == set() with input as job(false, "explicit")

test_of_the_cluster if rule.report == set() with input as job(true, "inherited")
