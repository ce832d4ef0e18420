package kcfglint.rules.streams.probing_interval_test

import data.kcfglint.rules.streams.probing_interval as rule

app(value, state) := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"state": {"probing.rebalance.interval.ms": state},
	"settings": {"probing.rebalance.interval.ms": {
		"written": "probing.rebalance.interval.ms",
		"value": value,
		"line": 3,
		"from_default": false,
	}},
}

test_too_short if {
	rule.report == {{
		"at": "probing.rebalance.interval.ms",
		"message": `probing.rebalance.interval.ms="30000": Streams refuses to start with less than 60000; remove it`,
	}} with input as app("30000", "invalid")
}

test_negative if count(rule.report) == 1 with input as app("-1", "invalid")

test_signed if count(rule.report) == 1 with input as app("+10", "invalid")

test_no_number if rule.report == set() with input as app("1m", "invalid")

test_a_minute if rule.report == set() with input as app("60000", "explicit")

test_before_the_key if {
	rule.report == set() with input as app("30000", "invalid") with input.versions.client.version as [2, 5]
}
