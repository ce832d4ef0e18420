package kcfglint.rules.producer.fire_and_forget_test

import data.kcfglint.rules.producer.fire_and_forget as rule

writer := {
	"name": "orders",
	"client": {"name": "kafka-go"},
	"values": {"Writer.Async": true},
}

finding(severity) := {
	"at": "Writer.Async",
	"severity": severity,
	"message": `Writer.Async="true": WriteMessages returns at once and drops its errors, so records that could not be written are lost unseen; remove it, or look at the errors in Completion`,
}

test_async if rule.report == {finding("warning")} with input as writer

test_metrics if rule.report == {finding("info")} with input as writer with input.name as "metrics"

test_sync if rule.report == set() with input as writer with input.values["Writer.Async"] as false

test_smallrye_lingers if {
	channel := {
		"owner": "smallrye",
		"client": {"name": "java"},
		"values": {"linger.ms": 1000, "waitForWriteCompletion": false},
	}
	rule.report == {{
		"at": "linger.ms",
		"severity": "info",
		"message": `linger.ms="1000" with waitForWriteCompletion="false": a crash loses up to 1000 ms of records that count as written; lower it`,
		"related": [{"at": "waitForWriteCompletion", "message": "messages are acknowledged before they are written"}],
	}} with input as channel
	rule.report == set() with input as channel with input.values["linger.ms"] as 20
}
