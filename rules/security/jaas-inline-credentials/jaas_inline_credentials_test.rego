package kcfglint.rules.security.jaas_inline_credentials_test

import data.kcfglint.rules.security.jaas_inline_credentials as rule

config(jaas) := {"settings": {"sasl.jaas.config": {
	"written": "sasl.jaas.config",
	"line": 5,
	"from_default": false,
	"secret": {"known": true, "empty": false, "reference": false, "sample": false, "jaas": jaas},
}}}

plain := "org.apache.kafka.common.security.plain.PlainLoginModule"

test_literal if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config holds a password or client secret in plain text, for everyone who can read the file or its history; fetch it from the environment or a config provider and change it",
	}} with input as config({"module": plain, "literal": true, "sample": false})
}

test_placeholder if {
	rule.report == set() with input as config({"module": plain, "literal": false, "sample": false})
}

options(secret) := {"settings": {"@jaas.options.password": {
	"written": "spring.kafka.jaas.options.password",
	"line": 7,
	"from_default": false,
	"secret": secret,
}}}

test_spring_login if {
	rule.report == {{
		"at": "@jaas.options.password",
		"message": "spring.kafka.jaas.options.password stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment and change it",
	}} with input as options({"known": true, "empty": false, "reference": false, "sample": false})
}

test_spring_login_fetched if {
	rule.report == set() with input as options({"known": false, "empty": false, "reference": true, "sample": false})
}
