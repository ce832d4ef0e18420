package kcfglint.rules.topic.topic_config_removed_test

import data.kcfglint.rules.topic.topic_config_removed as rule

topic(key, version) := {
	"versions": {"broker": {"version": version, "assumed": false}},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": "x", "line": 9, "from_default": false}},
}

test_removed if {
	rule.report == {{
		"at": {"key": "message.format.version", "part": "key"},
		"message": "message.format.version is gone since 4.0, and a broker refuses a topic with a setting that it does not know; remove it",
	}} with input as topic("message.format.version", [4, 0])
}

test_every_key if {
	every key in ["message.format.version", "message.downconversion.enable", "message.timestamp.difference.max.ms"] {
		count(rule.report) == 1 with input as topic(key, [4, 1])
	}
}

test_before_4_0 if rule.report == set() with input as topic("message.format.version", [3, 9])
