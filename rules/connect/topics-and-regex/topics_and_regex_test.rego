package kcfglint.rules.connect.topics_and_regex_test

import data.kcfglint.rules.connect.topics_and_regex as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

sink(values, state) := {
	"complete": "full",
	"values": values,
	"state": state,
	"settings": {"topics": setting("topics", "orders", 4), "topics.regex": setting("topics.regex", "orders.*", 5)},
}

test_both if {
	rule.report == {{
		"at": "topics.regex",
		"message": `topics.regex="orders.*" stands beside topics="orders" (line 4): Connect refuses a sink with both; remove one`,
		"related": [{"at": "topics", "message": "the list of topics"}],
	}} with input as sink({"topics": "orders", "topics.regex": "orders.*"}, {"topics": "explicit", "topics.regex": "explicit"})
}

none := {{
	"at": "topics",
	"message": "neither topics nor topics.regex is set: Connect refuses a sink that reads nothing; set one of them",
}}

test_none if rule.report == none with input as sink({}, {"topics": "absent", "topics.regex": "absent"})

test_empty if rule.report == none with input as sink({"topics": " "}, {"topics": "explicit", "topics.regex": "absent"})

test_not_all_in_view if {
	rule.report == set() with input as sink({}, {"topics": "absent", "topics.regex": "absent"}) with input.complete as "partial"
}

test_one if {
	rule.report == set() with input as sink({"topics": "orders"}, {"topics": "explicit", "topics.regex": "absent"})
}

test_one_beside_an_empty_one if {
	rule.report == set() with input as sink({"topics": "orders", "topics.regex": ""}, {"topics": "explicit", "topics.regex": "explicit"})
}

test_placeholder if {
	rule.report == set() with input as sink({}, {"topics": "unknown", "topics.regex": "absent"})
}
