package kcfglint.rules.producer.linger_excessive_test

import data.kcfglint.rules.producer.linger_excessive as rule

producer := {"values": {"linger.ms": 60000}, "state": {"linger.ms": "explicit"}}

finding := {
	"at": "linger.ms",
	"message": `linger.ms="60000" (milliseconds): records wait that long in memory and are lost if the process dies meanwhile; set at most a few hundred`,
}

test_a_minute if rule.report == {finding} with input as producer

test_a_second if rule.report == set() with input as producer with input.values["linger.ms"] as 1000

test_default if rule.report == set() with input as producer with input.state["linger.ms"] as "default"
