package kcfglint.rules.streams.handler_key_renamed_test

import data.kcfglint.rules.streams.handler_key_renamed as rule

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"default.production.exception.handler": "com.example.Old"},
	"state": {
		"default.production.exception.handler": "explicit",
		"production.exception.handler": "default",
		"default.deserialization.exception.handler": "default",
		"deserialization.exception.handler": "default",
	},
	"settings": {},
}

test_old_name if {
	rule.report == {{
		"at": {"key": "default.production.exception.handler", "part": "key"},
		"message": "default.production.exception.handler: Kafka 4.0 renamed it; use production.exception.handler",
	}} with input as app
}

test_both if {
	rule.report == {{
		"at": "default.production.exception.handler",
		"severity": "warning",
		"consequence": "ignored",
		"message": `default.production.exception.handler="com.example.Old" has no effect, as production.exception.handler (line 4) is set too; remove it`,
		"related": [{"at": "production.exception.handler", "message": "what counts"}],
	}} with input as app
		with input.state["production.exception.handler"] as "explicit"
		with input.values["production.exception.handler"] as "com.example.New"
		with input.settings as {"production.exception.handler": {"written": "production.exception.handler", "value": "com.example.New", "line": 4, "from_default": false}}
}

test_before_4 if rule.report == set() with input as app with input.versions.client.version as [3, 9]

test_none if rule.report == set() with input as app with input.state["default.production.exception.handler"] as "default"
