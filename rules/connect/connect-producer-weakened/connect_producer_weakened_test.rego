package kcfglint.rules.connect.connect_producer_weakened_test

import data.kcfglint.rules.connect.connect_producer_weakened as rule

producer(key, value) := {
	"owner": "connect",
	"name": "inventory",
	"workload": "durability",
	"data_class": "",
	"links": {"topics": []},
	"values": {key: value, "enable.idempotence": false},
	"state": {key: "explicit", "enable.idempotence": "default"},
	"settings": {key: {"written": $`producer.override.{key}`, "value": $`{value}`, "line": 3, "from_default": false}},
}

test_acks if {
	rule.report == {{
		"at": "acks",
		"severity": "error",
		"message": `producer.override.acks="1": Connect sets all, and a leader failure now loses records whose offsets in the source are committed; remove it`,
	}} with input as producer("acks", "1")
}

test_logs if {
	some finding in rule.report with input as producer("acks", "1") with input.data_class as "logs"
	finding.severity == "info"
}

test_refused_under_exactly_once if {
	rule.report == set() with input as producer("acks", "1") with input.state["enable.idempotence"] as "forced"
}

test_retries if {
	some finding in rule.report with input as producer("retries", 3)
	finding.consequence == "stall"
}

test_timeout if {
	some finding in rule.report with input as producer("delivery.timeout.ms", 30000)
	finding.consequence == "stall"
}

test_in_flight if {
	some finding in rule.report with input as producer("max.in.flight.requests.per.connection", 5)
	finding.consequence == "reordering"
}

test_in_flight_with_idempotence if {
	rule.report == set() with input as producer("max.in.flight.requests.per.connection", 5)
		with input.values["enable.idempotence"] as true
}

test_strong if {
	every pair in [["acks", "all"], ["retries", 2147483647], ["delivery.timeout.ms", 300000], ["max.in.flight.requests.per.connection", 1]] {
		rule.report == set() with input as producer(pair[0], pair[1])
	}
}

test_other_producers if rule.report == set() with input as producer("acks", "1") with input.owner as ""
