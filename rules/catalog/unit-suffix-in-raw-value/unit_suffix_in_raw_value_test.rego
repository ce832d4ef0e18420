package kcfglint.rules.catalog.unit_suffix_in_raw_value_test

import data.kcfglint.rules.catalog.unit_suffix_in_raw_value as rule

client(issue) := {
	"client": {"name": "java"},
	"settings": {
		"session.timeout.ms": {
			"written": "session.timeout.ms",
			"value": "45s",
			"line": 4,
			"from_default": false,
			"issues": [issue],
		},
		"group.id": {"written": "group.id", "value": "billing", "line": 2, "from_default": false},
	},
}

with_suggestion := {"code": "unit-suffix", "suffix": "s", "suggestion": "45000"}

test_java if {
	rule.report == {{
		"at": "session.timeout.ms",
		"message": `session.timeout.ms="45s": Kafka takes a plain number here and refuses "s"; write 45000`,
	}} with input as client(with_suggestion)
}

test_no_whole_number if {
	rule.report == {{
		"at": "session.timeout.ms",
		"message": `session.timeout.ms="45s": Kafka takes a plain number here and refuses "s"; write the number without a unit`,
	}} with input as client({"code": "unit-suffix", "suffix": "s"})
}

test_librdkafka if {
	rule.report == {{
		"at": "session.timeout.ms",
		"consequence": "ignored",
		"message": `session.timeout.ms="45s": librdkafka drops "s" without a word and reads the bare number; write 45000`,
	}} with input as client(with_suggestion) with input.client.name as "librdkafka"
}

test_librdkafka_refuses if {
	rule.report == {{
		"at": "session.timeout.ms",
		"message": `session.timeout.ms="45s": librdkafka drops "s" and refuses the bare number, which is out of range; write 45000`,
	}} with input as client(object.union(with_suggestion, {"refused": true})) with input.client.name as "librdkafka"
}

test_clients_with_durations if rule.report == set() with input as client(with_suggestion) with input.client.name as "sarama"

test_other_issues if rule.report == set() with input as client({"code": "quoted", "suggestion": "45"})

test_said_of_the_client_that_gets_the_key if {
	rule.report == set() with input as {
		"kind": "connect-worker",
		"client": {"name": "java"},
		"settings": {"producer.linger.ms": {
			"written": "producer.linger.ms",
			"value": "1s",
			"line": 4,
			"from_default": false,
			"issues": [{"code": "unit-suffix", "suffix": "s", "suggestion": "1000"}],
		}},
	}
}
