package kcfglint.rules.topic.future_timestamps_rejected_test

import data.kcfglint.rules.topic.future_timestamps_rejected as rule

broker(value, version, after) := {
	"versions": {"broker": {"version": version, "assumed": false}},
	"state": {"log.message.timestamp.difference.max.ms": "explicit", "log.message.timestamp.after.max.ms": after},
	"settings": {"log.message.timestamp.difference.max.ms": {
		"written": "log.message.timestamp.difference.max.ms",
		"value": value,
		"line": 9,
		"from_default": false,
	}},
}

test_left_over if {
	rule.report == {{
		"at": "log.message.timestamp.difference.max.ms",
		"message": `log.message.timestamp.difference.max.ms="9223372036854775807" is ignored since 4.0, and timestamps more than an hour ahead are refused; set log.message.timestamp.after.max.ms`,
	}} with input as broker("9223372036854775807", [4, 0], "default")
}

test_new_setting if rule.report == set() with input as broker("9223372036854775807", [4, 0], "explicit")

test_stricter if rule.report == set() with input as broker("600000", [4, 0], "default")

test_before_4_0 if rule.report == set() with input as broker("9223372036854775807", [3, 9], "default")
