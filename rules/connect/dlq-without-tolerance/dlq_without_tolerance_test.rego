package kcfglint.rules.connect.dlq_without_tolerance_test

import data.kcfglint.rules.connect.dlq_without_tolerance as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.tolerance": "none"},
	"state": {"errors.tolerance": "default"},
	"settings": {},
}

queue := {"errors.deadletterqueue.topic.name": {"written": "errors.deadletterqueue.topic.name", "value": "dlq", "line": 3, "from_default": false}}

test_default if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.name",
		"message": `errors.deadletterqueue.topic.name="dlq" with errors.tolerance=none, the default: the first bad record still stops the task, at every restart; set errors.tolerance=all`,
		"related": [],
	}} with input as connector with input.settings as queue
}

test_written if {
	some finding in rule.report with input as connector with input.settings as queue with input.state["errors.tolerance"] as "explicit"
	contains(finding.message, "=none: the first")
}

test_all if rule.report == set() with input as connector with input.settings as queue with input.values["errors.tolerance"] as "all"

test_no_queue if rule.report == set() with input as connector
