package kcfglint.rules.catalog.unknown_topic_config_test

import data.kcfglint.rules.catalog.unknown_topic_config as rule

topic(issues) := {"settings": {"retention.m": {
	"written": "retention.m",
	"value": "1",
	"line": 9,
	"from_default": false,
	"issues": issues,
}}}

test_unknown if {
	rule.report == {{
		"at": {"key": "retention.m", "part": "key"},
		"message": "retention.m is no setting of topics, and a broker refuses a topic with a setting that it does not know; did you mean retention.ms",
	}} with input as topic([{"code": "unknown-key", "suggestion": "retention.ms", "refused": true}])
}

test_other_verdicts if rule.report == set() with input as topic([{"code": "invalid", "expected": "a number"}])
