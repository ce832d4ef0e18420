package kcfglint.rules.framework.quarkus_no_wait_test

import data.kcfglint.rules.framework.quarkus_no_wait as rule

channel(text) := wait(text, text == "true")

wait(text, value) := {
	"name": "orders",
	"owner": "smallrye",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"waitForWriteCompletion": value},
	"state": {
		"waitForWriteCompletion": "explicit",
	},
	"settings": {"waitForWriteCompletion": {"written": "waitForWriteCompletion", "value": text, "line": 3, "from_default": false}},
}

test_off if {
	rule.report == {{
		"at": "waitForWriteCompletion",
		"severity": "warning",
		"message": `waitForWriteCompletion="false": a message is acknowledged before the broker has its record, so a crash or a failed write loses it unseen; remove it`,
	}} with input as channel("false")
	count(rule.report) == 1 with input as wait("off", false)
}

test_expendable if {
	{f.severity | some f in rule.report} == {"info"} with input as channel("false") with input.data_class as "metrics"
}

test_on if rule.report == set() with input as channel("true")

test_unknown if rule.report == set() with input as channel("false") with input.state.waitForWriteCompletion as "unknown"

test_other_owner if rule.report == set() with input as channel("false") with input.owner as ""
