package kcfglint.rules.security.hostname_verification_off_test

import data.kcfglint.rules.security.hostname_verification_off as rule

client(algorithm) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"ssl.endpoint.identification.algorithm": algorithm, "security.protocol": "SASL_SSL"},
	"state": {"ssl.endpoint.identification.algorithm": "explicit", "security.protocol": "explicit"},
}

unchecked(algorithm) := {
	"at": "ssl.endpoint.identification.algorithm",
	"severity": "error",
	"message": $`ssl.endpoint.identification.algorithm="{algorithm}": the host name in the certificate is not checked, so anyone with a trusted certificate can pose as the broker; set https`,
}

test_empty if rule.report == {unchecked("")} with input as client("")

test_protocol_comes_from_elsewhere if {
	rule.report == {unchecked("")} with input as client("")
		with input.values["security.protocol"] as "PLAINTEXT"
		with input.state["security.protocol"] as "default"
}

test_none_of_java if {
	rule.report == {{
		"at": "ssl.endpoint.identification.algorithm",
		"severity": "error",
		"consequence": "stall",
		"message": `ssl.endpoint.identification.algorithm="none": Java knows no such algorithm and every handshake fails; set https`,
	}} with input as client("none")
}

test_none_of_librdkafka if {
	rule.report == {unchecked("none")} with input as client("none") with input.client.name as "librdkafka"
}

by_default := {
	"at": "ssl.endpoint.identification.algorithm",
	"severity": "warning",
	"message": "ssl.endpoint.identification.algorithm is not set and this client does not check host names by default; set https",
}

test_old_librdkafka if {
	rule.report == {by_default} with input as client("none")
		with input.client.name as "librdkafka"
		with input.state["ssl.endpoint.identification.algorithm"] as "default"
}

test_old_java if {
	rule.report == {by_default} with input as client("")
		with input.values as {"security.protocol": "SSL"}
		with input.state["ssl.endpoint.identification.algorithm"] as "absent"
		with input.versions.client.version as [1, 1]
}

test_https if {
	rule.report == set() with input as client("HTTPS")
	rule.report == set() with input as client("https") with input.state["ssl.endpoint.identification.algorithm"] as "default"
}

test_no_encryption_to_check if {
	rule.report == set() with input as client("") with input.values["security.protocol"] as "SASL_PLAINTEXT"
}
