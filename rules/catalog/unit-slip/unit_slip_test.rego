package kcfglint.rules.catalog.unit_slip_test

import data.kcfglint.rules.catalog.unit_slip as rule

setting(key, issue) := {"settings": {key: {"written": key, "value": "45", "line": 4, "from_default": false, "issues": [issue]}}}

test_milliseconds if {
	rule.report == {{
		"at": "session.timeout.ms",
		"message": `session.timeout.ms="45" looks like seconds, but the key counts milliseconds; if so, write 45000`,
	}} with input as setting("session.timeout.ms", {"code": "unit-slip", "unit": "seconds", "suggestion": "45000"})
}

test_bytes if {
	rule.report == {{
		"at": "buffer.memory",
		"message": `buffer.memory="45" looks like megabytes, but the key counts bytes; if so, write 47185920`,
	}} with input as setting("buffer.memory", {"code": "unit-slip", "unit": "megabytes", "suggestion": "47185920"})
}

test_other_issues if rule.report == set() with input as setting("buffer.memory", {"code": "invalid", "expected": "a number"})
