package kcfglint.rules.broker.replica_timing_test

import data.kcfglint.rules.broker.replica_timing as rule

broker(wait, socket, lag) := {
	"values": {"replica.fetch.wait.max.ms": wait, "replica.socket.timeout.ms": socket, "replica.lag.time.max.ms": lag},
	"state": {"replica.fetch.wait.max.ms": "explicit", "replica.socket.timeout.ms": "default", "replica.lag.time.max.ms": "default"},
}

finding(at, wait, key, limit) := {
	"at": at,
	"message": $`replica.fetch.wait.max.ms ({wait}) is above {key} ({limit}): the broker refuses to start; set replica.fetch.wait.max.ms=500`,
}

test_above_both if {
	rule.report == {
		finding("replica.fetch.wait.max.ms", 40000, "replica.socket.timeout.ms", 30000),
		finding("replica.fetch.wait.max.ms", 40000, "replica.lag.time.max.ms", 30000),
	} with input as broker(40000, 30000, 30000)
}

test_lag_below_the_default_wait if {
	rule.report == {finding("replica.lag.time.max.ms", 500, "replica.lag.time.max.ms", 400)} with input as broker(500, 30000, 400)
		with input.state["replica.fetch.wait.max.ms"] as "default"
		with input.state["replica.lag.time.max.ms"] as "explicit"
}

test_equal if rule.report == set() with input as broker(30000, 30000, 30000)
