package kcfglint.rules.consumer.fetch_wait_over_request_timeout_test

import data.kcfglint.rules.consumer.fetch_wait_over_request_timeout as rule

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"fetch.max.wait.ms": 60000, "request.timeout.ms": 30000, "session.timeout.ms": 10000},
	"state": {"fetch.max.wait.ms": "explicit", "request.timeout.ms": "default"},
}

test_wait if {
	rule.report == {{
		"at": "fetch.max.wait.ms",
		"consequence": "stall",
		"message": "fetch.max.wait.ms (60000) is not below request.timeout.ms (30000): each fetch of an idle topic times out and drops the connection; set fetch.max.wait.ms=500",
		"related": [],
	}} with input as consumer
}

test_request_timeout if {
	{f.at | some f in rule.report} == {"request.timeout.ms"} with input as consumer
		with input.values as {"fetch.max.wait.ms": 500, "request.timeout.ms": 500}
		with input.state as {"fetch.max.wait.ms": "default", "request.timeout.ms": "explicit"}
}

test_before_2_0 if {
	{f.consequence | some f in rule.report} == {"startup-failure"} with input as consumer with input.versions.client.version as [1, 1]
}

test_librdkafka if {
	waits := {
		"client": {"name": "librdkafka"},
		"values": {"fetch.max.wait.ms": 500, "socket.timeout.ms": 1000},
		"state": {"fetch.max.wait.ms": "default", "socket.timeout.ms": "explicit"},
	}
	rule.report == {{
		"at": "socket.timeout.ms",
		"severity": "warning",
		"consequence": "stall",
		"message": "fetch.wait.max.ms (500) is less than a second below socket.timeout.ms (1000): a fetch that waits makes the requests behind it time out; set fetch.wait.max.ms=500 and socket.timeout.ms=60000",
	}} with input as waits
	{f.at | some f in rule.report} == {"fetch.max.wait.ms"} with input as waits
		with input.state["fetch.max.wait.ms"] as "explicit"
	rule.report == set() with input as waits with input.values["socket.timeout.ms"] as 1500
}

test_below if rule.report == set() with input as consumer with input.values["fetch.max.wait.ms"] as 500
