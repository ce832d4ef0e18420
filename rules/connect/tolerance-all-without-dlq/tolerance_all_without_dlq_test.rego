package kcfglint.rules.connect.tolerance_all_without_dlq_test

import data.kcfglint.rules.connect.tolerance_all_without_dlq as rule

sink := {
	"name": "orders-to-s3",
	"values": {"errors.tolerance": "all", "errors.log.enable": false},
	"state": {"errors.tolerance": "explicit", "errors.deadletterqueue.topic.name": "absent"},
}

finding(severity, unseen) := {
	"at": "errors.tolerance",
	"severity": severity,
	"message": $`errors.tolerance="all" without a dead letter queue: records that fail to convert are dropped{unseen}; set errors.deadletterqueue.topic.name`,
}

test_no_queue if rule.report == {finding("error", " without a trace")} with input as sink

test_empty_queue_name if {
	rule.report == {finding("error", " without a trace")} with input as sink
		with input.values["errors.deadletterqueue.topic.name"] as ""
		with input.state["errors.deadletterqueue.topic.name"] as "explicit"
}

test_logged if rule.report == {finding("error", "")} with input as sink with input.values["errors.log.enable"] as true

test_logged_and_expendable if {
	rule.report == {finding("info", "")} with input as sink
		with input.values["errors.log.enable"] as true
		with input.data_class as "logs"
}

test_queue if {
	rule.report == set() with input as sink
		with input.values["errors.deadletterqueue.topic.name"] as "orders-to-s3-dlq"
		with input.state["errors.deadletterqueue.topic.name"] as "explicit"
}

test_queue_unknown if {
	rule.report == set() with input as sink with input.state["errors.deadletterqueue.topic.name"] as "unknown"
}

test_no_tolerance if rule.report == set() with input as sink with input.values["errors.tolerance"] as "none"
