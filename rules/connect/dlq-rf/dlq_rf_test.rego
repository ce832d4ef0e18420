package kcfglint.rules.connect.dlq_rf_test

import data.kcfglint.rules.connect.dlq_rf as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.deadletterqueue.topic.replication.factor": 1},
	"state": {},
	"settings": {},
}

queue := {"errors.deadletterqueue.topic.name": {"written": "errors.deadletterqueue.topic.name", "value": "dlq", "line": 3, "from_default": false}}

test_one if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.replication.factor",
		"message": `errors.deadletterqueue.topic.replication.factor="1": the disk of one broker holds the only copy of the records that failed; set 3`,
	}} with input as connector with input.settings as queue
}

test_three if {
	rule.report == set() with input as connector
		with input.settings as queue
		with input.values["errors.deadletterqueue.topic.replication.factor"] as 3
}

test_no_queue if rule.report == set() with input as connector
