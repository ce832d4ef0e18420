package kcfglint.rules.connect.error_log_payloads_test

import data.kcfglint.rules.connect.error_log_payloads as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.log.include.messages": true, "errors.log.enable": true},
	"state": {},
	"settings": {},
}

test_payloads if {
	rule.report == {{
		"at": "errors.log.include.messages",
		"message": `errors.log.include.messages="true": the log of the worker holds the source records that failed, with what is confidential in them; set false`,
	}} with input as connector
}

test_no_log if rule.report == set() with input as connector with input.values["errors.log.enable"] as false

test_no_payloads if rule.report == set() with input as connector with input.values["errors.log.include.messages"] as false
