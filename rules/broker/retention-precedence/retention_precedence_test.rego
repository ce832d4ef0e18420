package kcfglint.rules.broker.retention_precedence_test

import data.kcfglint.rules.broker.retention_precedence as rule

broker(ms, minutes, hours) := {"state": {
	"log.retention.ms": ms,
	"log.retention.minutes": minutes,
	"log.retention.hours": hours,
}}

finding(key, by) := {
	"at": key,
	"message": $`{key} has no effect, as {by} goes before it; remove one of them`,
	"related": [{"at": by, "message": "what counts"}],
}

test_two if rule.report == {finding("log.retention.hours", "log.retention.ms")} with input as broker("explicit", "absent", "explicit")

test_three if {
	rule.report == {finding("log.retention.hours", "log.retention.ms"), finding("log.retention.minutes", "log.retention.ms")} with input as broker("explicit", "explicit", "explicit")
}

test_one if rule.report == set() with input as broker("absent", "absent", "explicit")
