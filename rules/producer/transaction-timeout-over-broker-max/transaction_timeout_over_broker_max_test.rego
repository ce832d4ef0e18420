package kcfglint.rules.producer.transaction_timeout_over_broker_max_test

import data.kcfglint.rules.producer.transaction_timeout_over_broker_max as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

producer := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"transaction.timeout.ms": 3600000},
	"state": {"transaction.timeout.ms": "explicit"},
	"settings": {"transactional.id": setting("transactional.id", "orders-1", 2)},
}

test_an_hour if {
	rule.report == {{
		"at": "transaction.timeout.ms",
		"message": `transaction.timeout.ms="3600000" is above 900000, the default of the brokers' transaction.max.timeout.ms: they refuse the producer's first transaction; lower it or raise the limit`,
	}} with input as producer
}

test_allowed if rule.report == set() with input as producer with input.values["transaction.timeout.ms"] as 900000

test_no_transactions if rule.report == set() with input as producer with input.settings as {}

test_flink if rule.report == set() with input as producer with input.owner as "flink"

test_brokers_in_view if {
	brokers := {
		"owner": "",
		"values": {"transaction.timeout.ms": 60000, "@broker.transaction.max.timeout.ms": 30000},
		"state": {"transaction.timeout.ms": "default", "@broker.transaction.max.timeout.ms": "explicit"},
		"settings": {"transactional.id": {"value": "ledger"}},
	}
	some finding in rule.report with input as brokers
	finding.severity == "error"
	rule.report == set() with input as brokers with input.values["@broker.transaction.max.timeout.ms"] as 60000
	rule.report == set() with input as brokers with input.values as {"transaction.timeout.ms": 1800000, "@broker.transaction.max.timeout.ms": 3600000} with input.state["transaction.timeout.ms"] as "explicit"
}
