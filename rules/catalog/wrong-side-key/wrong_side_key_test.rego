package kcfglint.rules.catalog.wrong_side_key_test

import data.kcfglint.rules.catalog.wrong_side_key as rule

component(kind, issue) := {
	"kind": kind,
	"settings": {"retention.ms": {"written": "retention.ms", "value": "1", "line": 4, "from_default": false, "issues": [issue]}},
}

test_no_way_to_say_it_here if {
	rule.report == {{
		"at": {"key": "retention.ms", "part": "key"},
		"message": "retention.ms is a setting of topics and has no effect here; move it there, or remove it",
	}} with input as component("producer", {"code": "wrong-role", "role": "topics"})
}

test_prefix_is_missing if {
	rule.report == {{
		"at": {"key": "retention.ms", "part": "key"},
		"message": "retention.ms is a setting of topics and has no effect here; write topic.retention.ms",
	}} with input as component("streams", {"code": "wrong-role", "role": "topics", "suggestion": "topic.retention.ms"})
}

test_other_issues if rule.report == set() with input as component("producer", {"code": "removed", "refused": false})
