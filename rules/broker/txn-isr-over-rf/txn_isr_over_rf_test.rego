package kcfglint.rules.broker.txn_isr_over_rf_test

import data.kcfglint.rules.broker.txn_isr_over_rf as rule

broker(replicas, isr, state) := {
	"values": {"transaction.state.log.replication.factor": replicas, "transaction.state.log.min.isr": isr},
	"state": {"transaction.state.log.replication.factor": "explicit", "transaction.state.log.min.isr": state},
	"versions": {"broker": {"version": [3, 6], "assumed": false}},
}

test_written if {
	rule.report == {{
		"at": "transaction.state.log.min.isr",
		"message": "transaction.state.log.min.isr (3) is above transaction.state.log.replication.factor (2): transactions fail for every producer; set transaction.state.log.min.isr=1",
	}} with input as broker(2, 3, "explicit")
}

test_default if {
	rule.report == {{
		"at": "transaction.state.log.replication.factor",
		"message": "transaction.state.log.min.isr (2 by default) is above transaction.state.log.replication.factor (1): transactions fail for every producer; set transaction.state.log.min.isr=1",
	}} with input as broker(1, 2, "default")
}

test_as_many_as_there_are if rule.report == set() with input as broker(1, 2, "default")
	with input.versions.broker.version as [3, 7]

test_all_of_three if {
	rule.report == {{
		"at": "transaction.state.log.min.isr",
		"severity": "warning",
		"message": "transaction.state.log.min.isr (3) needs all of transaction.state.log.replication.factor (3): with one broker down, transactions stop for every producer; set transaction.state.log.min.isr=2",
	}} with input as broker(3, 3, "explicit")
}

both(severity) := {{
	"at": "transaction.state.log.replication.factor",
	"severity": severity,
	"message": "transaction.state.log.min.isr (2 by default) needs all of transaction.state.log.replication.factor (2): with one broker down, transactions stop for every producer; set transaction.state.log.replication.factor=3",
}}

test_both_of_two if rule.report == both("info") with input as broker(2, 2, "default")

test_two_of_three_brokers if rule.report == both("warning") with input as broker(2, 2, "default")
	with input.values["@brokers"] as 3

test_taken_for_all if {
	some report in rule.report with input as broker(2, 3, "explicit") with input.versions.broker.version as [3, 7]
	report.severity == "info"
}

test_enough if rule.report == set() with input as broker(3, 2, "explicit")

test_not_in_view if rule.report == set() with input as {
	"values": {"transaction.state.log.replication.factor": 1},
	"state": {"transaction.state.log.replication.factor": "explicit", "transaction.state.log.min.isr": "unknown"},
	"versions": {"broker": {"version": [3, 6], "assumed": false}},
}
