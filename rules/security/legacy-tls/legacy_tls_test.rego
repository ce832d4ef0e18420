package kcfglint.rules.security.legacy_tls_test

import data.kcfglint.rules.security.legacy_tls as rule

client(versions) := {
	"kind": "producer",
	"values": {"ssl.enabled.protocols": versions, "security.protocol": "SSL"},
	"state": {"ssl.enabled.protocols": "explicit", "security.protocol": "explicit"},
	"settings": {"ssl.enabled.protocols": {"written": "ssl.enabled.protocols", "value": versions, "line": 2, "from_default": false}},
}

test_old_beside_new if {
	rule.report == {{
		"at": "ssl.enabled.protocols",
		"message": `ssl.enabled.protocols="TLSv1.2, TLSv1.1,TLSv1": TLSv1.1, TLSv1 can be attacked, and current Java runtimes refuse it on their own; set TLSv1.2,TLSv1.3 or remove it`,
	}} with input as client("TLSv1.2, TLSv1.1,TLSv1")
}

test_old_only if {
	{f.message | some f in rule.report} == {`ssl.enabled.protocols="TLSv1.1": TLSv1.1 can be attacked, and with nothing else allowed current Java runtimes make no connection; set TLSv1.2,TLSv1.3 or remove it`} with input as client("TLSv1.1")
}

test_names if {
	every version in ["SSLv3", "SSLv2Hello", "TLSv1", "TLSv1.0", "TLSv1.1"] { count(rule.report) == 1 with input as client(version) }
}

test_new if rule.report == set() with input as client("TLSv1.2,TLSv1.3")

test_default_of_old_releases if {
	rule.report == set() with input as client("TLSv1.2,TLSv1.1,TLSv1") with input.state["ssl.enabled.protocols"] as "default"
}

test_not_encrypted if {
	rule.report == set() with input as client("TLSv1.1") with input.values["security.protocol"] as "SASL_PLAINTEXT"
	count(rule.report) == 1 with input as client("TLSv1.1") with input.values["security.protocol"] as "PLAINTEXT" with input.kind as "broker"
}
