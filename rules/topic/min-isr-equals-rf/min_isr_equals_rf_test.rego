package kcfglint.rules.topic.min_isr_equals_rf_test

import data.kcfglint.rules.topic.min_isr_equals_rf as rule

topic(replicas, isr) := {
	"values": {"@replication-factor": replicas, "min.insync.replicas": isr},
	"state": {"min.insync.replicas": "explicit"},
	"settings": {"@replication-factor": {"written": "replicas", "value": "3", "line": 8, "from_default": false}},
}

finding(replicas, severity, mend) := {
	"at": "min.insync.replicas",
	"severity": severity,
	"message": $`min.insync.replicas="{replicas}" of {replicas} replicas (line 8): with one broker down, every write with acks=all fails; {mend}`,
	"related": [{"at": "@replication-factor", "message": "the replicas of the topic"}],
}

test_all_of_three if rule.report == {finding(3, "warning", "set 2")} with input as topic(3, 3)

test_both_of_two if rule.report == {finding(2, "info", "use three replicas")} with input as topic(2, 2)

test_more_than_there_are if {
	some report in rule.report with input as topic(2, 3) with input.versions.broker.version as [3, 7]
	report.severity == "warning"
	endswith(report.message, "; use three replicas and set 2")
}

test_none_can_be_written if rule.report == set() with input as topic(2, 3) with input.versions.broker.version as [3, 6]

test_two_of_three if rule.report == set() with input as topic(3, 2)

test_single if rule.report == set() with input as topic(1, 1)

test_left_to_the_brokers if rule.report == set() with input as topic(3, 3) with input.state["min.insync.replicas"] as "default"
