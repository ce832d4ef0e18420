package kcfglint.rules.streams.deserialization_continue_test

import data.kcfglint.rules.streams.deserialization_continue as rule

app(key, class) := {
	"name": "order-totals",
	"data_class": "",
	"links": {"topics": []},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {key: class, "errors.dead.letter.queue.topic.name": ""},
	"state": object.union(
		{"deserialization.exception.handler": "default", "default.deserialization.exception.handler": "default", "errors.dead.letter.queue.topic.name": "absent"},
		{key: "explicit"},
	),
	"settings": {},
}

continues := "org.apache.kafka.streams.errors.LogAndContinueExceptionHandler"

finding(key, severity) := {
	"at": key,
	"severity": severity,
	"message": $`{key}="{continues}": records that cannot be deserialized are dropped with a line in the log; let the application fail, or keep them in a dead letter queue (Kafka 4.2)`,
}

test_new_name if {
	rule.report == {finding("deserialization.exception.handler", "warning")} with input as app("deserialization.exception.handler", continues)
}

test_old_name if {
	rule.report == {finding("default.deserialization.exception.handler", "warning")} with input as app("default.deserialization.exception.handler", continues)
}

test_new_name_counts if {
	rule.report == set() with input as app("default.deserialization.exception.handler", continues)
		with input.state["deserialization.exception.handler"] as "explicit"
		with input.values["deserialization.exception.handler"] as "org.apache.kafka.streams.errors.LogAndFailExceptionHandler"
		with input.settings as {"deserialization.exception.handler": {"written": "deserialization.exception.handler", "value": "", "line": 3, "from_default": false}}
}

test_expendable if {
	rule.report == {finding("deserialization.exception.handler", "info")} with input as app("deserialization.exception.handler", continues)
		with input.data_class as "logs"
}

queue := object.union(app("deserialization.exception.handler", continues), {
	"state": {"errors.dead.letter.queue.topic.name": "explicit"},
	"versions": {"client": {"version": [4, 2], "assumed": false}},
})

test_queue if rule.report == {finding("deserialization.exception.handler", "info")} with input as queue

test_queue_before_4_2 if {
	rule.report == {finding("deserialization.exception.handler", "warning")} with input as queue
		with input.versions.client.version as [4, 1]
}

test_fails if {
	rule.report == set() with input as app("deserialization.exception.handler", "org.apache.kafka.streams.errors.LogAndFailExceptionHandler")
}
