package kcfglint.rules.broker.client_auth_none_test

import data.kcfglint.rules.broker.client_auth_none as rule

broker(auth, map) := {
	"values": {"ssl.client.auth": auth, "listener.security.protocol.map": map},
	"state": {"ssl.client.auth": "explicit", "listener.security.protocol.map": "explicit"},
}

test_none if {
	rule.report == {{
		"at": "ssl.client.auth",
		"message": `ssl.client.auth="none" and no listener with SASL: whoever connects is User:ANONYMOUS; set required`,
	}} with input as broker("none", "CLIENTS:SSL,CONTROLLER:SSL")
}

test_requested if {
	some finding in rule.report with input as broker("requested", "CLIENTS:SSL")
	contains(finding.message, "whoever connects without a certificate is")
}

test_required if rule.report == set() with input as broker("required", "CLIENTS:SSL")

test_sasl if rule.report == set() with input as broker("none", "CLIENTS:SASL_SSL,BROKERS:SSL")

test_no_tls if rule.report == set() with input as broker("none", "CLIENTS:PLAINTEXT")
