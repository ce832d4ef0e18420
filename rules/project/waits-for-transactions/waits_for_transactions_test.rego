package kcfglint.rules.project.waits_for_transactions_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.waits_for_transactions as rule

writer(timeout) := {
	"kind": "producer", "name": "orders", "file": "a.yml", "cluster": "", "complete": "full",
	"links": {"transactional_prefix": "tx-"},
	"values": {"transaction.timeout.ms": timeout}, "state": {"transaction.timeout.ms": "explicit", "transactional.id": "absent"},
}

reader(level) := {"kind": "consumer", "file": "b.yml", "cluster": "", "values": {"isolation.level": level}}

project(a, b) := topics_test.project({"orders": ["a", "b"]}, {"a": a, "b": b})

test_long if {
	rule.report == {{
		"at": {"key": "isolation.level", "component": "b"},
		"message": `isolation.level="read_committed" and topic orders, whose transactions may stay open for transaction.timeout.ms="900000": when orders in a.yml dies, this consumer stands still for as long; lower the timeout there`,
		"related": [{"at": {"key": "transaction.timeout.ms", "component": "a"}, "message": "how long a transaction stays open"}],
	}} with input as project(writer(900000), reader("read_committed"))
}

test_short if rule.report == set() with input as project(writer(60000), reader("read_committed"))

test_uncommitted if rule.report == set() with input as project(writer(900000), reader("read_uncommitted"))
