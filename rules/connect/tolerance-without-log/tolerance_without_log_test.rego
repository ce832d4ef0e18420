package kcfglint.rules.connect.tolerance_without_log_test

import data.kcfglint.rules.connect.tolerance_without_log as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.tolerance": "all", "errors.log.enable": false},
	"state": {},
	"settings": {},
}

queue := {"errors.deadletterqueue.topic.name": {"written": "errors.deadletterqueue.topic.name", "value": "dlq", "line": 3, "from_default": false}}

finding(severity) := {
	"at": "errors.tolerance",
	"severity": severity,
	"message": `errors.tolerance="all" without a log: nothing says which records are skipped, and why; set errors.log.enable=true`,
}

test_source if rule.report == {finding("warning")} with input as connector with input.kind as "source-connector"

test_queue if rule.report == {finding("info")} with input as connector with input.settings as queue

test_sink_without_queue if rule.report == set() with input as connector

test_logged if {
	rule.report == set() with input as connector with input.settings as queue with input.values["errors.log.enable"] as true
}
