package kcfglint.rules.producer.retries_finite_test

import data.kcfglint.rules.producer.retries_finite as rule

producer := {
	"name": "orders",
	"owner": "",
	"workload": "durability",
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"acks": "all", "retries": 3, "retry.backoff.ms": 100, "retry.backoff.max.ms": 1000},
	"links": {"transactional_prefix": ""},
	"state": {"retries": "explicit", "retry.backoff.max.ms": "default", "transactional.id": "absent"},
}

finding(severity, wait, longest) := {
	"at": "retries",
	"severity": severity,
	"message": $`retries="3": with at most {wait} ms between them they can be used up within {longest} ms, and when too few replicas are in sync, or there is no leader, for longer, the records are lost unless the application sends them again; remove retries and bound the time with delivery.timeout.ms`,
}

test_three_retries if rule.report == {finding("warning", 1000, 3000)} with input as producer

test_fixed_wait_before_3_7 if {
	rule.report == {finding("warning", 100, 300)} with input as producer with input.versions.client.version as [3, 6]
}

test_latency if rule.report == {finding("info", 1000, 3000)} with input as producer with input.workload as "latency"

test_long_waits if rule.report == set() with input as producer with input.values["retry.backoff.ms"] as 20000

test_many if rule.report == set() with input as producer with input.values.retries as 50

test_default if rule.report == set() with input as producer with input.state.retries as "default"

test_before_delivery_timeout if rule.report == set() with input as producer with input.versions.client.version as [2, 0]

test_connect_restarts if rule.report == set() with input as producer with input.owner as "connect"

test_librdkafka if {
	rule.report == {finding("warning", 1000, 3000)} with input as producer
		with input.client.name as "librdkafka"
		with input.versions.client.version as [2, 6]
}

test_transactions_are_aborted if {
	rule.report == set() with input as producer with input.state["transactional.id"] as "explicit"
	rule.report == set() with input as producer with input.links.transactional_prefix as "orders-"
}
