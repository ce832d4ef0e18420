package kcfglint.rules.flink_operator.failed_job_not_restarted_test

import data.kcfglint.rules.flink_operator.failed_job_not_restarted as rule

job := {
	"values": {"restart-strategy.type": "fixed-delay", "kubernetes.operator.job.restart.failed": false},
	"state": {"restart-strategy.type": "explicit", "kubernetes.operator.job.restart.failed": "absent", "@job": "explicit"},
	"settings": {"restart-strategy.type": {"written": "restart-strategy", "value": "fixed-delay"}},
}

test_limited if {
	rule.report == {{
		"at": "restart-strategy.type",
		"message": "restart-strategy=\"fixed-delay\" gives up in the end, and then the operator leaves the job FAILED; set kubernetes.operator.job.restart.failed=true",
	}} with input as job
}

test_restarted if rule.report == set() with input as job with input.values["kubernetes.operator.job.restart.failed"] as true

test_unlimited if {
	rule.report == set() with input as job with input.values["restart-strategy.type"] as "exponential-delay"
}

test_unknown if rule.report == set() with input as job with input.state["kubernetes.operator.job.restart.failed"] as "unknown"

test_batch if rule.report == set() with input as job with input.values["@streaming"] as false
