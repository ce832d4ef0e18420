package kcfglint.rules.streams.default_serde_missing_test

import data.kcfglint.rules.streams.default_serde_missing as rule

app := {
	"versions": {"client": {"version": [3, 9], "assumed": false}},
	"state": {"default.key.serde": "absent", "default.value.serde": "absent"},
}

test_none if {
	rule.report == {{
		"at": "default.key.serde",
		"message": "neither default.key.serde nor default.value.serde is set: Streams fails when a step of the topology names no serde of its own; set them, or name the serdes in code",
	}} with input as app
}

test_one if rule.report == set() with input as app with input.state["default.key.serde"] as "explicit"

test_unknown if rule.report == set() with input as app with input.state["default.value.serde"] as "unknown"

test_before_3 if rule.report == set() with input as app with input.versions.client.version as [2, 8]
