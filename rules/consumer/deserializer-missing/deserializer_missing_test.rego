package kcfglint.rules.consumer.deserializer_missing_test

import data.kcfglint.rules.consumer.deserializer_missing as rule

client := {
	"client": {"name": "java"},
	"owner": "",
	"complete": "full",
	"code_may_set": false,
	"state": {"key.deserializer": "absent", "value.deserializer": "explicit"},
}

finding(severity) := {
	"at": "key.deserializer",
	"severity": severity,
	"message": "key.deserializer: not set, so that the consumer refuses to start unless code passes what is missing; set it, if code does not",
}

test_complete_by_itself if rule.report == {finding("error")} with input as client

test_code_may_set_it if rule.report == {finding("info")} with input as client with input.code_may_set as true

test_both if {
	rule.report == {{
		"at": "key.deserializer",
		"severity": "error",
		"message": "key.deserializer and value.deserializer: not set, so that the consumer refuses to start unless code passes what is missing; set it, if code does not",
	}} with input as client with input.state["value.deserializer"] as "absent"
}

test_only_part_is_seen if rule.report == set() with input as client with input.complete as "partial"

test_frameworks if {
	every owner in ["connect", "flink", "mirrormaker", "smallrye", "spring", "streams"] {
		rule.report == set() with input as client with input.owner as owner
	}
}

test_other_clients if rule.report == set() with input as client with input.client.name as "librdkafka"
