package kcfglint.rules.streams.production_continue_test

import data.kcfglint.rules.streams.production_continue as rule

app(key, class) := {
	"name": "order-totals",
	"data_class": "",
	"links": {"topics": []},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {key: class, "errors.dead.letter.queue.topic.name": ""},
	"state": object.union(
		{"production.exception.handler": "default", "default.production.exception.handler": "default", "errors.dead.letter.queue.topic.name": "absent"},
		{key: "explicit"},
	),
	"settings": {},
}

test_continues if {
	rule.report == {{
		"at": "production.exception.handler",
		"severity": "warning",
		"message": `production.exception.handler="com.example.IgnoreRecordTooLargeHandler": by its name it drops records that cannot be written, whose input counts as processed; let the application fail, or keep them in a topic of their own`,
	}} with input as app("production.exception.handler", "com.example.IgnoreRecordTooLargeHandler")
}

test_old_name if {
	some finding in rule.report with input as app("default.production.exception.handler", "com.example.ContinueOnError")
	finding.at == "default.production.exception.handler"
}

test_expendable if {
	some finding in rule.report with input as app("production.exception.handler", "com.example.ContinueOnError")
		with input.data_class as "metrics"
	finding.severity == "info"
}

test_default if {
	rule.report == set() with input as app("production.exception.handler", "org.apache.kafka.streams.errors.DefaultProductionExceptionHandler")
}

test_package_does_not_count if {
	rule.report == set() with input as app("production.exception.handler", "com.example.skipper.FailingHandler")
}
