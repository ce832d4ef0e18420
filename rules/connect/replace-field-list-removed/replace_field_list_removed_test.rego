package kcfglint.rules.connect.replace_field_list_removed_test

import data.kcfglint.rules.connect.replace_field_list_removed as rule

connector := {
	"versions": {"connect": {"version": [4, 0], "assumed": false}},
	"settings": {"@transform.old-list": {"written": "transforms.drop.blacklist", "value": "card_number", "line": 3, "from_default": false}},
}

test_old_name if {
	rule.report == {{
		"at": "@transform.old-list",
		"message": `transforms.drop.blacklist="card_number" has no effect since Kafka 4.0: all fields are passed on; rename blacklist to exclude`,
	}} with input as connector
}

test_before_4 if rule.report == set() with input as connector with input.versions.connect.version as [3, 9]

test_none if rule.report == set() with input as connector with input.settings as {}
