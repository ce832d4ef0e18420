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

test_refused_nevertheless if {
	setting := {
		"written": "sink.semantic", "value": "at-least-once", "line": 6, "from_default": false,
		"issues": [{"code": "shadowed", "other": "sink.delivery-guarantee", "value": "x", "line": 5, "expected": "one of none"}],
	}
	rule.report == {{
		"at": "sink.delivery-guarantee",
		"severity": "error",
		"consequence": "startup-failure",
		"message": `sink.semantic="at-least-once" counts, but sink.delivery-guarantee="x" on line 5 is refused nevertheless: it must be one of none; remove it`,
	}} with input.settings as {"sink.delivery-guarantee": setting}
}
