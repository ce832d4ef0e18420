package kcfglint.rules.security.security_protocol_invalid_test

import data.kcfglint.rules.security.security_protocol_invalid as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client(value) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"state": {"security.protocol": "invalid"},
	"settings": {"security.protocol": setting("security.protocol", value, 3)},
}

test_tls if {
	rule.report == {{
		"at": "security.protocol",
		"message": `security.protocol="TLS": the client refuses to start, as it takes PLAINTEXT, SSL, SASL_PLAINTEXT and SASL_SSL; set SSL`,
	}} with input as client("TLS")
}

test_other_words if {
	every value in ["", "SASL-SSL", "https", "SSL;"] { count(rule.report) == 1 with input as client(value) }
}

test_any_case if {
	rule.report == set() with input as client("sasl_ssl")
	rule.report == set() with input as client("Plaintext") with input.versions.client.version as [3, 2]
	count(rule.report) == 1 with input as client("sasl_ssl") with input.versions.client.version as [3, 4, 1]
}

test_other_clients if rule.report == set() with input as client("TLS") with input.client.name as "librdkafka"

test_placeholder if rule.report == set() with input as client("${PROTOCOL}") with input.state["security.protocol"] as "unknown"
