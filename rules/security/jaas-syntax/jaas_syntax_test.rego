package kcfglint.rules.security.jaas_syntax_test

import data.kcfglint.rules.security.jaas_syntax as rule

client(jaas) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "SASL_SSL", "sasl.mechanism": "GSSAPI"},
	"state": {"sasl.login.class": "absent", "sasl.kerberos.service.name": "absent", "sasl.mechanism": "explicit"},
	"settings": {"sasl.jaas.config": {
		"written": "sasl.jaas.config",
		"line": 3,
		"from_default": false,
		"secret": {"known": true, "empty": false, "reference": false, "sample": false, "jaas": jaas},
	}},
}

flawed(flaw) := {"read": true, "flaw": flaw, "modules": 0}

test_semicolon if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config cannot be read and the client refuses to start: it does not end with a semicolon, or a comment swallows it; add one, and put values with a slash in quotes",
	}} with input as client(flawed("open"))
}

test_each_flaw if {
	every flaw in ["empty", "flag", "value", "open"] { count(rule.report) == 1 with input as client(flawed(flaw)) }
}

test_two_modules if count(rule.report) == 1 with input as client({"read": true, "flaw": "", "modules": 2})

test_readable if rule.report == set() with input as client({"read": true, "flaw": "", "modules": 1})

test_not_read if {
	rule.report == set() with input as client({"read": false, "flaw": "", "modules": 0})
	rule.report == set() with input as client(flawed("open")) with input.values["security.protocol"] as "SSL"
}
