package kcfglint.rules.broker.no_authorizer_test

import data.kcfglint.rules.broker.no_authorizer as rule

broker(map, authorizer) := {
	"dialect": "properties",
	"values": {"listener.security.protocol.map": map},
	"state": {"listener.security.protocol.map": "explicit", "listeners": "absent", "authorizer.class.name": authorizer},
}

test_login_without_rules if {
	rule.report == {{
		"at": "listener.security.protocol.map",
		"message": "a listener speaks SASL_SSL, but authorizer.class.name is not set: every user may read, write and delete everything; set it",
	}} with input as broker("CLIENTS:SASL_SSL,CONTROLLER:SSL", "absent")
}

test_authorizer if rule.report == set() with input as broker("CLIENTS:SASL_SSL", "explicit")

test_no_login if rule.report == set() with input as broker("CLIENTS:PLAINTEXT", "absent")

test_not_in_view if rule.report == set() with input as broker("CLIENTS:SASL_SSL", "unknown")
