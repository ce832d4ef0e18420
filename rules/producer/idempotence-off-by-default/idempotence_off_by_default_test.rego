package kcfglint.rules.producer.idempotence_off_by_default_test

import data.kcfglint.rules.producer.idempotence_off_by_default as rule

producer := {
	"client": {"name": "librdkafka"},
	"owner": "",
	"values": {"acks": "all", "retries": 2147483647, "enable.idempotence": false},
	"state": {"acks": "default", "enable.idempotence": "default", "transactional.id": "absent"},
}

finding(severity) := {
	"at": "enable.idempotence",
	"severity": severity,
	"message": "enable.idempotence is not set and off by default here: a retry after a lost response stores the batch twice; set enable.idempotence=true",
}

test_default if rule.report == {finding("info")} with input as producer

test_durability_is_asked_for if {
	rule.report == {finding("warning")} with input as producer with input.state.acks as "explicit"
}

test_no_retries if {
	rule.report == {finding("info")} with input as producer
		with input.state.acks as "explicit"
		with input.values.retries as 0
}

test_written if rule.report == set() with input as producer with input.state["enable.idempotence"] as "explicit"

test_transactions if rule.report == set() with input as producer with input.state["transactional.id"] as "explicit"

test_connect if rule.report == set() with input as producer with input.owner as "connect"

test_no_acknowledgements if rule.report == set() with input as producer with input.values.acks as "0"
