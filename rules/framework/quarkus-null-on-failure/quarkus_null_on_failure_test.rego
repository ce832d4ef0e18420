package kcfglint.rules.framework.quarkus_null_on_failure_test

import data.kcfglint.rules.framework.quarkus_null_on_failure as rule

channel(text) := failing(text, text == "true")

failing(text, value) := {
	"name": "orders",
	"owner": "smallrye",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"fail-on-deserialization-failure": value},
	"state": {
		"fail-on-deserialization-failure": "explicit",
		"value-deserialization-failure-handler": "absent",
		"key-deserialization-failure-handler": "absent",
		"failure-strategy": "absent",
	},
	"settings": {"fail-on-deserialization-failure": {"written": "fail-on-deserialization-failure", "value": text, "line": 3, "from_default": false}},
}

test_off if {
	rule.report == {{
		"at": "fail-on-deserialization-failure",
		"severity": "warning",
		"message": `fail-on-deserialization-failure="false": what cannot be deserialised reaches the application as null and its offset is committed, so the record is lost; set failure-strategy=dead-letter-queue, which keeps it, or remove the setting`,
	}} with input as channel("false")
	count(rule.report) == 1 with input as failing("off", false)
}

test_expendable if {
	{f.severity | some f in rule.report} == {"info"} with input as channel("false") with input.data_class as "metrics"
}

test_on if rule.report == set() with input as channel("true")

test_unknown if rule.report == set() with input as channel("false") with input.state["fail-on-deserialization-failure"] as "unknown"

test_other_owner if rule.report == set() with input as channel("false") with input.owner as ""

test_handler if {
	every key in ["value-deserialization-failure-handler", "key-deserialization-failure-handler"] {
		rule.report == set() with input as object.union(channel("false"), {"state": {key: "explicit"}})
	}
}

test_kept if {
	strategy := {"failure-strategy": {"written": "failure-strategy", "value": "dead-letter-queue", "line": 4, "from_default": false}}
	rule.report == set() with input as object.union(channel("false"), {"state": {"failure-strategy": "explicit"}, "settings": strategy})
	rule.report == set() with input as object.union(channel("false"), {"state": {"failure-strategy": "unknown"}})
}
