package kcfglint.rules.connect.dlq_headers_off_test

import data.kcfglint.rules.connect.dlq_headers_off as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.tolerance": "all", "errors.deadletterqueue.context.headers.enable": false},
	"state": {},
	"settings": {},
}

queue := {"errors.deadletterqueue.topic.name": {"written": "errors.deadletterqueue.topic.name", "value": "dlq", "line": 3, "from_default": false}}

test_off if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.name",
		"message": `the records in "dlq" do not say where they come from and why they failed; set errors.deadletterqueue.context.headers.enable=true`,
	}} with input as connector with input.settings as queue
}

test_on if {
	rule.report == set() with input as connector
		with input.settings as queue
		with input.values["errors.deadletterqueue.context.headers.enable"] as true
}

test_no_queue if rule.report == set() with input as connector
