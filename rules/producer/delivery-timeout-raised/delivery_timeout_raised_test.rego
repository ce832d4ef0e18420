package kcfglint.rules.producer.delivery_timeout_raised_test

import data.kcfglint.rules.producer.delivery_timeout_raised as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"linger.ms": 5, "request.timeout.ms": 180000, "delivery.timeout.ms": 120000},
	"state": {"delivery.timeout.ms": "default"},
}

test_raised if {
	rule.report == {{
		"at": "request.timeout.ms",
		"message": "linger.ms (5) + request.timeout.ms (180000) are above the default delivery.timeout.ms (120000), which the client raises to 180005; write delivery.timeout.ms",
		"related": [{"at": "delivery.timeout.ms", "message": "delivery.timeout.ms is not set"}],
	}} with input as producer
}

test_linger if {
	{f.at | some f in rule.report} == {"linger.ms"} with input as producer with input.values["linger.ms"] as 200000
}

test_written if rule.report == set() with input as producer with input.state["delivery.timeout.ms"] as "explicit"

test_covered if rule.report == set() with input as producer with input.values["request.timeout.ms"] as 30000

test_before_2_1 if rule.report == set() with input as producer with input.versions.client.version as [2, 0]
