package kcfglint.rules.security.sasl_plaintext_test

import data.kcfglint.rules.security.sasl_plaintext as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client(mechanism) := {
	"client": {"name": "java"},
	"values": {
		"security.protocol": "SASL_PLAINTEXT",
		"sasl.mechanism": mechanism,
		"bootstrap.servers": "broker-1:9092,kafka.orders.svc:9092",
	},
	"state": {"security.protocol": "explicit", "bootstrap.servers": "explicit"},
	"settings": {
		"security.protocol": setting("security.protocol", "SASL_PLAINTEXT", 2),
		"sasl.mechanism": setting("sasl.mechanism", mechanism, 3),
	},
}

finding(severity, mechanism, exposed) := {
	"at": "security.protocol",
	"severity": severity,
	"message": $`security.protocol="SASL_PLAINTEXT" with sasl.mechanism="{mechanism}": {exposed}; set SASL_SSL`,
	"related": [{"at": "sasl.mechanism", "message": "the mechanism is chosen here"}],
}

test_plain if {
	rule.report == {finding("error", "PLAIN", "the password crosses the network readable, and so do the records")} with input as client("PLAIN")
}

test_token if {
	rule.report == {finding("warning", "OAUTHBEARER", "the token crosses the network readable, and so do the records")} with input as client("OAUTHBEARER")
}

test_scram if {
	rule.report == {finding("warning", "SCRAM-SHA-512", "the records cross the network readable, and a weak password can be guessed from the login")} with input as client("SCRAM-SHA-512")
}

test_kerberos_by_default if {
	rule.report == {{
		"at": "security.protocol",
		"severity": "info",
		"message": `security.protocol="SASL_PLAINTEXT" with sasl.mechanism="GSSAPI": the login is protected, but the records cross the network readable; set SASL_SSL`,
		"related": [],
	}} with input as client("GSSAPI")
		with input.settings as {"security.protocol": setting("security.protocol", "SASL_PLAINTEXT", 2)}
}

test_servers_unknown if {
	count(rule.report) == 1 with input as client("PLAIN")
		with input.values as {"security.protocol": "sasl_plaintext", "sasl.mechanism": "PLAIN"}
}

test_one_machine if {
	rule.report == set() with input as client("PLAIN") with input.values["bootstrap.servers"] as "localhost:9092,127.0.0.1:9093"
}

test_framework_that_defaults_to_this_machine if {
	count(rule.report) == 1 with input as client("PLAIN")
		with input.values["bootstrap.servers"] as "localhost:9092"
		with input.state["bootstrap.servers"] as "default"
}

test_mechanism_unknown if {
	rule.report == set() with input as client("PLAIN") with input.values as {"security.protocol": "SASL_PLAINTEXT"}
}

test_encrypted if {
	rule.report == set() with input as client("PLAIN") with input.values["security.protocol"] as "SASL_SSL"
}
