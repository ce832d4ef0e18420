package kcfglint.rules.catalog.duplicate_key_test

import data.kcfglint.rules.catalog.duplicate_key as rule

client(issues) := {"settings": {"acks": {
	"written": "acks",
	"value": "all",
	"line": 9,
	"from_default": false,
	"issues": issues,
}}}

test_different_values if {
	rule.report == {{
		"at": "acks",
		"message": `acks is set twice: "1" on line 3 has no effect, as "all" comes later; remove one`,
	}} with input as client([{"code": "duplicate", "line": 3, "value": "1"}])
}

test_other_spelling if {
	rule.report == {{
		"at": "acks",
		"message": `acks is set twice: "1" on line 12 has no effect, as "all" has the spelling that counts first; remove one`,
	}} with input as client([{"code": "duplicate", "line": 12, "value": "1"}])
}

test_other_issues if rule.report == set() with input as client([{"code": "quoted", "suggestion": "all"}])
