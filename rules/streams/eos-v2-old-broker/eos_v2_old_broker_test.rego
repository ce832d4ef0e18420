package kcfglint.rules.streams.eos_v2_old_broker_test

import data.kcfglint.rules.streams.eos_v2_old_broker as rule

app(guarantee, broker) := {
	"versions": {"broker": {"version": broker, "assumed": false}},
	"values": {"processing.guarantee": guarantee},
}

test_old_brokers if {
	rule.report == {{
		"at": "processing.guarantee",
		"message": `processing.guarantee="exactly_once_v2": brokers of 2.4 do not support it, they must be 2.5 or newer, and Streams fails when it starts; upgrade them`,
	}} with input as app("exactly_once_v2", [2, 4])
}

test_newer_brokers if rule.report == set() with input as app("exactly_once_v2", [2, 5])

test_at_least_once if rule.report == set() with input as app("at_least_once", [2, 4])

test_brokers_unknown if {
	rule.report == set() with input as {"versions": {}, "values": {"processing.guarantee": "exactly_once_v2"}}
}
