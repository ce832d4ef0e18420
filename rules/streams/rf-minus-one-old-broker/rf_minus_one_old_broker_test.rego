package kcfglint.rules.streams.rf_minus_one_old_broker_test

import data.kcfglint.rules.streams.rf_minus_one_old_broker as rule

app(factor, state, broker) := {
	"versions": {"broker": {"version": broker, "assumed": false}},
	"values": {"replication.factor": factor},
	"state": {"replication.factor": state},
}

test_written if {
	rule.report == {{
		"at": "replication.factor",
		"message": "replication.factor is -1: brokers of 2.3 refuse to create topics without a number, and Streams fails; set 3",
	}} with input as app(-1, "explicit", [2, 3])
}

test_default if {
	some finding in rule.report with input as app(-1, "default", [2, 3])
	contains(finding.message, "-1, the default:")
}

test_newer_brokers if rule.report == set() with input as app(-1, "explicit", [2, 4])

test_number if rule.report == set() with input as app(3, "explicit", [2, 3])
