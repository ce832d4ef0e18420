package kcfglint.rules.security.listener_protocol_test

import data.kcfglint.rules.security.listener_protocol as rule

client := {
	"kind": "producer",
	"values": {"security.protocol": "ssl", "@broker.listener": "SASL_SSL"},
	"state": {"security.protocol": "explicit"},
}

test_other_protocol if {
	rule.report == {{
		"at": "security.protocol",
		"message": `security.protocol="SSL", but the listener that bootstrap.servers names speaks SASL_SSL: the client never connects; set SASL_SSL, or name another listener`,
		"related": [
			{"at": "bootstrap.servers", "message": "the listener's address"},
			{"at": "@broker.listener", "message": "the listener, SASL_SSL"},
		],
	}} with input as client
}

test_default if count(rule.report) == 1 with input as client with input.state["security.protocol"] as "default"

test_same if rule.report == set() with input as client with input.values["@broker.listener"] as "SSL"

test_unknown if rule.report == set() with input as client with input.state["security.protocol"] as "unknown"
