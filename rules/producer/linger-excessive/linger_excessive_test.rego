package kcfglint.rules.producer.linger_excessive_test

import data.kcfglint.rules.producer.linger_excessive as rule

producer := {"workload": "durability", "values": {"linger.ms": 60000}, "state": {"linger.ms": "explicit"}}

finding(severity) := {
	"at": "linger.ms",
	"severity": severity,
	"message": `linger.ms="60000" (milliseconds): records wait that long in memory and are lost if the process dies meanwhile; set at most a few hundred`,
}

test_a_minute if rule.report == {finding("warning")} with input as producer

test_throughput if rule.report == {finding("info")} with input as producer with input.workload as "throughput"

test_a_second if rule.report == set() with input as producer with input.values["linger.ms"] as 1000

test_default if rule.report == set() with input as producer with input.state["linger.ms"] as "default"
