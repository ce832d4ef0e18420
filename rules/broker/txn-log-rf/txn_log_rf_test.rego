package kcfglint.rules.broker.txn_log_rf_test

import data.kcfglint.rules.broker.txn_log_rf as rule

broker(replicas, isr, brokers) := {
	"values": {"transaction.state.log.replication.factor": replicas, "transaction.state.log.min.isr": isr, "@brokers": brokers},
	"state": {
		"transaction.state.log.replication.factor": "explicit",
		"transaction.state.log.min.isr": "explicit",
		"@brokers": "explicit",
	},
}

test_one_replica if {
	rule.report == {{
		"at": "transaction.state.log.replication.factor",
		"severity": "error",
		"message": `transaction.state.log.replication.factor="1": losing one broker's disk loses the state of its transactions; set 3, and transaction.state.log.min.isr=2`,
	}} with input as broker(1, 1, 3)
}

test_one_in_sync if {
	rule.report == {{
		"at": "transaction.state.log.min.isr",
		"severity": "error",
		"message": `transaction.state.log.min.isr="1": a commit may be on the leader alone and is lost with it; set 2`,
	}} with input as broker(3, 1, 3)
}

test_one_of_two_in_sync if {
	some finding in rule.report with input as broker(2, 1, 3)
	endswith(finding.message, "; set 2, and transaction.state.log.replication.factor=3")
}

test_safe if rule.report == set() with input as broker(3, 2, 3)

test_alone if rule.report == set() with input as broker(1, 1, 1)
