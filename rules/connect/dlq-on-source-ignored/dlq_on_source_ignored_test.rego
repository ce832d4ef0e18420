package kcfglint.rules.connect.dlq_on_source_ignored_test

import data.kcfglint.rules.connect.dlq_on_source_ignored as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {},
	"state": {"errors.deadletterqueue.topic.name": "explicit"},
	"settings": {},
}

named(queue) := {"errors.deadletterqueue.topic.name": {"written": "errors.deadletterqueue.topic.name", "value": queue, "line": 3, "from_default": false}}

test_named if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.name",
		"message": `errors.deadletterqueue.topic.name="dlq" in a source has no effect: only sinks have a dead letter queue; remove it`,
	}} with input as connector with input.settings as named("dlq")
}

test_dropped if {
	some finding in rule.report with input as connector
		with input.settings as named("dlq")
		with input.values["errors.tolerance"] as "all"
	contains(finding.message, "errors.tolerance=all drops")
}

test_empty if rule.report == set() with input as connector with input.settings as named("")

test_none if rule.report == set() with input as connector
