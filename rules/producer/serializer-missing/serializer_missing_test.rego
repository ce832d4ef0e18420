package kcfglint.rules.producer.serializer_missing_test

import data.kcfglint.rules.producer.serializer_missing as rule

client := {
	"client": {"name": "java"},
	"owner": "",
	"complete": "full",
	"code_may_set": false,
	"state": {"key.serializer": "absent", "value.serializer": "explicit"},
}

finding(severity) := {
	"at": "key.serializer",
	"severity": severity,
	"message": "key.serializer: not set, so that the producer refuses to start unless code passes what is missing; set it, if code does not",
}

test_complete_by_itself if rule.report == {finding("error")} with input as client

test_code_may_set_it if rule.report == {finding("info")} with input as client with input.code_may_set as true

test_both if {
	rule.report == {{
		"at": "key.serializer",
		"severity": "error",
		"message": "key.serializer and value.serializer: not set, so that the producer refuses to start unless code passes what is missing; set it, if code does not",
	}} with input as client with input.state["value.serializer"] as "absent"
}

test_only_part_is_seen if rule.report == set() with input as client with input.complete as "partial"

test_frameworks if {
	every owner in ["connect", "flink", "mirrormaker", "smallrye", "spring", "streams"] {
		rule.report == set() with input as client with input.owner as owner
	}
}

test_other_clients if rule.report == set() with input as client with input.client.name as "librdkafka"
