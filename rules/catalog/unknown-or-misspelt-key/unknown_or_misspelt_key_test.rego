package kcfglint.rules.catalog.unknown_or_misspelt_key_test

import data.kcfglint.rules.catalog.unknown_or_misspelt_key as rule

cluster(issue) := {"settings": {"the.key": {
	"written": "the.key",
	"value": "1",
	"line": 2,
	"from_default": false,
	"issues": [issue],
}}}

unknown(suggestion) := {"code": "unknown-key", "suggestion": suggestion, "refused": false}

test_safety if {
	rule.report == {{
		"at": {"key": "the.key", "part": "key"},
		"message": "the.key is no key of Flink's: it is ignored, and what it is meant for keeps its default; did you mean execution.checkpointing.interval",
		"severity": "error",
		"consequence": "loss",
	}} with input as cluster(unknown("execution.checkpointing.interval"))
}

test_other if {
	rule.report == {{
		"at": {"key": "the.key", "part": "key"},
		"message": "the.key is no key of Flink's: it is ignored, and what it is meant for keeps its default; did you mean rest.port",
	}} with input as cluster(unknown("rest.port"))
}

test_tuning if {
	some finding in rule.report with input as cluster(unknown("execution.checkpointing.max-concurrent-checkpoints"))
	not finding.severity
}

test_other_issues if rule.report == set() with input as cluster({"code": "invalid", "expected": "a number"})
