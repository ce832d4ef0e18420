package kcfglint.rules.broker.plaintext_listener_test

import data.kcfglint.rules.broker.plaintext_listener as rule

external(protocol) := {
	"state": {"advertised.listeners": "absent"},
	"settings": {"@listener.external.out": {"written": "tls", "value": protocol, "line": 12, "from_default": false}},
}

test_external if {
	rule.report == {{
		"at": "@listener.external.out",
		"message": "listener out is reached from outside of the cluster without TLS: whoever is on the way reads and changes the records, and anybody may connect; set tls: true",
	}} with input as external("PLAINTEXT")
}

test_external_with_tls if rule.report == set() with input as external("SSL")

advertised(listeners, map) := {
	"values": {"advertised.listeners": listeners, "listener.security.protocol.map": map},
	"state": {"advertised.listeners": "explicit", "listener.security.protocol.map": "explicit"},
	"settings": {},
}

test_advertised if {
	rule.report == {{
		"at": "advertised.listeners",
		"message": "clients are sent to kafka.example.com:9094 by SASL_PLAINTEXT: whoever is on the way reads the credentials and the records; use SASL_SSL",
	}} with input as advertised("INTERNAL://kafka:9092,EXTERNAL://kafka.example.com:9094", "INTERNAL:PLAINTEXT,EXTERNAL:SASL_PLAINTEXT")
}

test_private if rule.report == set() with input as advertised("PLAINTEXT://kafka:9092,HOST://localhost:9094", "PLAINTEXT:PLAINTEXT,HOST:PLAINTEXT")

test_encrypted if rule.report == set() with input as advertised("EXTERNAL://kafka.example.com:9094", "EXTERNAL:SSL")
