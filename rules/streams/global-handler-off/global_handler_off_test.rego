package kcfglint.rules.streams.global_handler_off_test

import data.kcfglint.rules.streams.global_handler_off as rule

app := {
	"versions": {"client": {"version": [4, 3], "assumed": false}},
	"values": {"processing.exception.handler": "com.example.Handler"},
	"state": {"processing.exception.handler": "explicit", "processing.exception.handler.global.enabled": "default"},
}

test_left_out if {
	rule.report == {{
		"at": "processing.exception.handler",
		"message": `processing.exception.handler="com.example.Handler" is not asked in global stores, where an exception stops the application; set processing.exception.handler.global.enabled, whose default changes with 5.0`,
	}} with input as app
}

test_chosen if {
	rule.report == set() with input as app with input.state["processing.exception.handler.global.enabled"] as "explicit"
}

test_no_handler if rule.report == set() with input as app with input.state["processing.exception.handler"] as "default"

test_before_the_key if rule.report == set() with input as app with input.versions.client.version as [4, 2]
