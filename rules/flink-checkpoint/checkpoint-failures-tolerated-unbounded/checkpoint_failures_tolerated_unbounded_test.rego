package kcfglint.rules.flink_checkpoint.checkpoint_failures_tolerated_unbounded_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_failures_tolerated_unbounded as rule

job(tolerated, interval) := {
	"values": {"execution.checkpointing.tolerable-failed-checkpoints": tolerated, "execution.checkpointing.interval": interval},
	"state": {"execution.checkpointing.tolerable-failed-checkpoints": "explicit", "execution.checkpointing.interval": "explicit"},
}

unbounded(tolerated, lasts, severity) := {
	"at": "execution.checkpointing.tolerable-failed-checkpoints",
	"message": sprintf(
		`execution.checkpointing.tolerable-failed-checkpoints="%d": the job runs on%s without a checkpoint that succeeds, and then restarts from a state that the topics may no longer reach back to; set at most 10`,
		[tolerated, lasts],
	),
	"severity": severity,
	"related": [{"at": "execution.checkpointing.interval", "message": "how often one may fail"}],
}

test_many if rule.report == {unbounded(100, " for 100 min", "warning")} with input as job(100, 60000)

test_for_ever if rule.report == {unbounded(2147483647, " for ever", "warning")} with input as job(2147483647, 60000)

test_few_with_a_long_interval if rule.report == {unbounded(10, " for 100 min", "warning")} with input as job(10, 600000)

test_exactly_once if {
	rule.report == {unbounded(100, " for 100 min", "error")} with input as job(100, 60000) with input.values["@sql.exactly-once"] as true
}

test_interval_elsewhere if {
	report := rule.report with input as job(100, 60000) with input.state["execution.checkpointing.interval"] as "absent"
	some finding in report
	finding.related == []
	not contains(finding.message, " min")
}

test_few if rule.report == set() with input as job(10, 60000)

test_three if rule.report == set() with input as job(3, 3600000)
