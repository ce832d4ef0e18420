package kcfglint.rules.catalog.effective_value_shadowed_test

import data.kcfglint.rules.catalog.effective_value_shadowed as rule

setting(issue) := {"settings": {"auto.offset.reset": {
	"written": "spring.kafka.consumer.properties.auto.offset.reset",
	"value": "latest",
	"line": 8,
	"from_default": false,
	"issues": [issue],
}}}

test_shadowed if {
	rule.report == {{
		"at": "auto.offset.reset",
		"message": `spring.kafka.consumer.properties.auto.offset.reset="latest" counts, and spring.kafka.consumer.auto-offset-reset="earliest" on line 6 has no effect; remove one of them`,
	}} with input as setting({"code": "shadowed", "line": 6, "value": "earliest", "other": "spring.kafka.consumer.auto-offset-reset"})
}

test_other_issues if rule.report == set() with input as setting({"code": "invalid", "expected": "a number"})
