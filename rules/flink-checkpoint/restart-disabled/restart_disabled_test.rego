package kcfglint.rules.flink_checkpoint.restart_disabled_test

import data.kcfglint.rules.flink_checkpoint.restart_disabled as rule

strategy := "restart-strategy.type"

job(type, values) := {
	"kind": "flink-job",
	"values": object.union({strategy: type}, values),
	"state": {strategy: "explicit"},
	"settings": {strategy: {"written": "restart-strategy", "value": "off", "line": 2}},
}

test_none if {
	rule.report == {{
		"at": strategy,
		"message": "restart-strategy=\"off\": the first failure ends the job, and the retention of its topics may run out before it is started again; remove the key or set exponential-delay",
	}} with input as job("none", {})
}

test_operator_restarts_failed_jobs if {
	rule.report == {{
		"at": strategy,
		"message": "restart-strategy=\"off\": each failure ends the job and leaves the restart to the operator, which is slower than Flink's own; remove the key or set exponential-delay",
		"severity": "info",
		"related": [{"at": "kubernetes.operator.job.restart.failed", "message": "the operator starts failed jobs again"}],
	}} with input as job("none", {"kubernetes.operator.job.restart.failed": true})
}

test_fixed_delay if {
	rule.report == set() with input as job("fixed-delay", {})
}

test_batch if {
	rule.report == set() with input as job("none", {"execution.runtime-mode": "BATCH"})
}

test_inherited_is_reported_where_it_stands if {
	rule.report == set() with input as object.union(job("none", {}), {"state": {strategy: "inherited"}})
}
