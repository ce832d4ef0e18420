package kcfglint.rules.consumer.legacy_request_timeout_test

import data.kcfglint.rules.consumer.legacy_request_timeout as rule

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [1, 1], "assumed": false}},
	"values": {"request.timeout.ms": 10000, "session.timeout.ms": 30000},
	"state": {"request.timeout.ms": "explicit", "session.timeout.ms": "explicit"},
}

message(session) := $`request.timeout.ms="10000" is not above session.timeout.ms ({session}): consumers before 2.0 refuse to start; remove it`

test_below_session if rule.report == {{"at": "request.timeout.ms", "message": message(30000)}} with input as consumer

test_default_session if {
	rule.report == {{"at": "request.timeout.ms", "message": message(10000)}} with input as consumer
		with input.state["session.timeout.ms"] as "default"
}

test_above if rule.report == set() with input as consumer with input.values["request.timeout.ms"] as 40000

test_newer if rule.report == set() with input as consumer with input.versions.client.version as [2, 0]

test_unknown_session if rule.report == set() with input as consumer with input.state["session.timeout.ms"] as "unknown"
