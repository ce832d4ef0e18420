package kcfglint.rules.streams.eos_in_flight_test

import data.kcfglint.rules.streams.eos_in_flight as rule

prefixed := "producer.max.in.flight.requests.per.connection"

plain := "max.in.flight.requests.per.connection"

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"processing.guarantee": "exactly_once_v2", prefixed: 10},
	"state": {"processing.guarantee": "explicit", prefixed: "explicit", plain: "absent"},
	"settings": {"processing.guarantee": {"written": "processing.guarantee", "value": "exactly_once_v2", "line": 3, "from_default": false}},
}

finding(key, value) := {
	"at": key,
	"message": $`{key}="{value}": with processing.guarantee="exactly_once_v2" (line 3) Streams refuses to make a producer with more than 5; remove it`,
	"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
}

test_prefixed if rule.report == {finding(prefixed, 10)} with input as app

test_without_prefix if {
	rule.report == {finding(plain, 6)} with input as app
		with input.state as {prefixed: "absent", plain: "explicit", "processing.guarantee": "explicit"}
		with input.values as {plain: 6, "processing.guarantee": "exactly_once_v2"}
}

test_prefixed_counts_before_the_other if {
	rule.report == set() with input as app
		with input.state["max.in.flight.requests.per.connection"] as "explicit"
		with input.values as {prefixed: 5, plain: 6, "processing.guarantee": "exactly_once_v2"}
}

test_prefixed_unknown if {
	rule.report == set() with input as app
		with input.state as {prefixed: "unknown", plain: "explicit", "processing.guarantee": "explicit"}
		with input.values as {plain: 6, "processing.guarantee": "exactly_once_v2"}
}

test_five if rule.report == set() with input as app with input.values["producer.max.in.flight.requests.per.connection"] as 5

test_at_least_once if rule.report == set() with input as app with input.values["processing.guarantee"] as "at_least_once"
