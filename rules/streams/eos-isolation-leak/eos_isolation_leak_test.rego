package kcfglint.rules.streams.eos_isolation_leak_test

import data.kcfglint.rules.streams.eos_isolation_leak as rule

app(key) := {
	"values": {"processing.guarantee": "exactly_once_v2", key: "read_uncommitted"},
	"settings": {"processing.guarantee": {"written": "processing.guarantee", "value": "exactly_once_v2", "line": 3, "from_default": false}},
}

test_main if {
	rule.report == {{
		"at": "main.consumer.isolation.level",
		"message": `main.consumer.isolation.level="read_uncommitted" gets through in spite of processing.guarantee="exactly_once_v2" (line 3): the application processes records of aborted transactions; remove it`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}} with input as app("main.consumer.isolation.level")
}

test_others if {
	count(rule.report) == 1 with input as app("restore.consumer.isolation.level")
	count(rule.report) == 1 with input as app("global.consumer.isolation.level")
}

test_replaced if rule.report == set() with input as app("consumer.isolation.level")

test_at_least_once if {
	rule.report == set() with input as app("main.consumer.isolation.level")
		with input.values["processing.guarantee"] as "at_least_once"
}
