package kcfglint.rules.broker.txn_max_timeout_test

import data.kcfglint.rules.broker.txn_max_timeout as rule

broker(value) := {"values": {"transaction.max.timeout.ms": value}, "state": {"transaction.max.timeout.ms": "explicit"}}

test_reported if {
	rule.report == {{
		"at": "transaction.max.timeout.ms",
		"message": `transaction.max.timeout.ms="7200000": a producer that dies may hold up all who read committed records for that long; set 3600000 or less`,
	}} with input as broker(7200000)
}

test_fine if {
	rule.report == set() with input as broker(3600000)
}

test_left_alone if rule.report == set() with input as broker(7200000) with input.state["transaction.max.timeout.ms"] as "default"
