package kcfglint.rules.catalog.type_or_range_test

import data.kcfglint.rules.catalog.type_or_range as rule

setting(issue) := {"settings": {"batch.size": {
	"written": "batch.size",
	"value": "-5",
	"line": 4,
	"from_default": false,
	"issues": [issue],
}}}

test_invalid if {
	rule.report == {{
		"at": "batch.size",
		"message": `batch.size="-5" is refused at start: it must be at least 0`,
	}} with input as setting({"code": "invalid", "expected": "at least 0"})
}

test_other_issues if rule.report == set() with input as setting({"code": "unit-slip", "unit": "seconds", "suggestion": "1"})
