package kcfglint.rules.catalog.placeholder_unresolved_test

import data.kcfglint.rules.catalog.placeholder_unresolved as rule

setting(issue) := {"settings": {"acks": {"written": "acks", "value": "${ACKS}", "line": 4, "from_default": false, "issues": [issue]}}}

test_placeholder if {
	rule.report == {{
		"at": "acks",
		"message": `acks="${ACKS}" is filled in elsewhere, and whether it is safe cannot be seen here; lint the result as well`,
	}} with input as setting({"code": "placeholder"})
}

test_other_issues if rule.report == set() with input as setting({"code": "invalid", "expected": "a number"})
