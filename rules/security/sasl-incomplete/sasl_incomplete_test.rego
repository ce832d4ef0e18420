package kcfglint.rules.security.sasl_incomplete_test

import data.kcfglint.rules.security.sasl_incomplete as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

java := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "sasl_ssl", "sasl.mechanism": ""},
	"state": {"sasl.mechanism": "explicit"},
	"settings": {"sasl.mechanism": setting("sasl.mechanism", " ", 3)},
}

librdkafka := {
	"client": {"name": "librdkafka"},
	"values": {"security.protocol": "sasl_ssl", "sasl.mechanism": "PLAIN"},
	"state": {"sasl.username": "explicit", "sasl.password": "absent"},
}

test_empty_mechanism if {
	rule.report == {{
		"at": "sasl.mechanism",
		"message": `sasl.mechanism="" with SASL: the client refuses to start; name the mechanism, or remove the setting for GSSAPI`,
		"related": [{"at": "security.protocol", "message": "SASL is asked for here"}],
	}} with input as java
}

test_before_3_3 if rule.report == set() with input as java with input.versions.client.version as [3, 2]

test_no_sasl if {
	rule.report == set() with input as java with input.values["security.protocol"] as "SSL"
	rule.report == set() with input as librdkafka with input.values["security.protocol"] as "SSL"
}

test_librdkafka_without_password if {
	rule.report == {{
		"at": "sasl.password",
		"message": `sasl.mechanism="PLAIN" without sasl.password: librdkafka refuses to start; set sasl.password`,
		"related": [{"at": "sasl.mechanism", "message": "the mechanism that needs it"}],
	}} with input as librdkafka
}

test_librdkafka_complete if {
	rule.report == set() with input as librdkafka with input.state["sasl.password"] as "unknown"
	rule.report == set() with input as librdkafka with input.values["sasl.mechanism"] as "OAUTHBEARER"
}

test_librdkafka_unknown_mechanism if {
	{f.at | some f in rule.report} == {"sasl.mechanism"} with input as librdkafka with input.values["sasl.mechanism"] as "plain"
}
