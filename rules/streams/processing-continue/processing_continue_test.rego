package kcfglint.rules.streams.processing_continue_test

import data.kcfglint.rules.streams.processing_continue as rule

continues := "org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler"

app := {
	"name": "order-totals",
	"data_class": "",
	"links": {"topics": []},
	"versions": {"client": {"version": [4, 2], "assumed": false}},
	"values": {"processing.exception.handler": continues},
	"state": {"processing.exception.handler": "explicit", "errors.dead.letter.queue.topic.name": "absent"},
}

finding(severity) := {
	"at": "processing.exception.handler",
	"severity": severity,
	"message": $`processing.exception.handler="{continues}": records whose processing throws are dropped with a line in the log; let the application fail, or keep them in a dead letter queue (Kafka 4.2)`,
}

test_continues if rule.report == {finding("warning")} with input as app

test_queue if {
	rule.report == {finding("info")} with input as app with input.state["errors.dead.letter.queue.topic.name"] as "explicit"
}

test_expendable if rule.report == {finding("info")} with input as app with input.data_class as "logs"

test_before_the_key if rule.report == set() with input as app with input.versions.client.version as [3, 8]

test_fails if {
	rule.report == set() with input as app
		with input.values["processing.exception.handler"] as "org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler"
}
