package kcfglint.rules.streams.static_id_in_streams_test

import data.kcfglint.rules.streams.static_id_in_streams as rule

app(key, value, from_default) := {
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": value, "line": 3, "from_default": from_default}},
}

test_literal if {
	rule.report == {{
		"at": "group.instance.id",
		"message": `group.instance.id="totals": each instance that reads this has the same ids, one per thread, and a second instance fences the first; derive it from the name of the host or pod`,
	}} with input as app("group.instance.id", "totals", false)
}

test_prefixed if {
	count(rule.report) == 1 with input as app("consumer.group.instance.id", "totals", false)
	count(rule.report) == 1 with input as app("main.consumer.group.instance.id", "totals", false)
}

test_default_of_a_placeholder if rule.report == set() with input as app("group.instance.id", "totals", true)

test_placeholder if {
	rule.report == set() with input as app("group.instance.id", "${HOSTNAME}", false) with input.state as {"group.instance.id": "unknown"}
}
