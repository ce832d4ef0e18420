package kcfglint.rules.connect.connector_plaintext_secret_test

import data.kcfglint.rules.connect.connector_plaintext_secret as rule

literal := {"known": true, "empty": false, "reference": false, "sample": false, "jaas": {"module": ""}}

test_literal if {
	rule.report == {{
		"at": "database.password",
		"message": `database.password stands in the file in plain text, for everyone who can read the file, its history or the worker's REST interface; fetch it through a config provider and change it`,
	}} with input as {"settings": {
		"database.password": {"secret": literal},
		"topic.prefix": {"value": "inventory"},
	}}
}

test_reference if {
	rule.report == set() with input as {"settings": {"database.password": {"secret": object.union(
		literal,
		{"known": false, "reference": true},
	)}}}
}

test_sample_and_empty if {
	rule.report == set() with input as {"settings": {
		"database.password": {"secret": object.union(literal, {"sample": true})},
		"connection.password": {"secret": object.union(literal, {"empty": true})},
	}}
}
