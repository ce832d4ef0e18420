package kcfglint.rules.consumer.group_instance_id_charset_test

import data.kcfglint.rules.consumer.group_instance_id_charset as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer(id) := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"state": {"group.instance.id": "explicit"},
	"settings": {"group.instance.id": setting("group.instance.id", id, 3)},
}

test_slash if {
	rule.report == {{
		"at": "group.instance.id",
		"message": `group.instance.id="orders/1": the consumer refuses to start, as the id has other characters than letters, digits, ., _ and -; use letters, digits, ., _ and -`,
	}} with input as consumer("orders/1")
}

test_refused if {
	every id in ["", ".", "..", "a b", "a:1", "größe", concat("", [c | some _ in numbers.range(1, 250); c := "a"])] {
		count(rule.report) == 1 with input as consumer(id)
	}
}

test_taken if {
	every id in ["orders-1", "a.b_c-D9", "...", concat("", [c | some _ in numbers.range(1, 249); c := "a"])] {
		rule.report == set() with input as consumer(id)
	}
}

test_before_2_3 if rule.report == set() with input as consumer("a b") with input.versions.client.version as [2, 2]

test_placeholder if rule.report == set() with input as consumer("${HOSTNAME}/1") with input.state["group.instance.id"] as "unknown"

test_streams_adds_the_thread if {
	every id in ["", ".", ".."] {
		rule.report == set() with input as consumer(id) with input.owner as "streams"
	}
	count(rule.report) == 1 with input as consumer("a b") with input.owner as "streams"
}
