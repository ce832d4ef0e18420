package kcfglint.rules.flink_sql.json_missing_field_null_test

import data.kcfglint.rules.flink_sql.json_missing_field_null as rule

table(state) := {
	"complete": "full",
	"values": {
		"@sql.role": "source", "format": "json", "value.format": "json",
		"json.fail-on-missing-field": false, "value.json.fail-on-missing-field": false,
	},
	"state": object.union(
		{
			"format": "absent", "json.fail-on-missing-field": "absent", "json.ignore-parse-errors": "absent",
			"value.format": "absent", "value.json.fail-on-missing-field": "absent", "value.json.ignore-parse-errors": "absent",
		},
		state,
	),
}

test_absent if {
	rule.report == {{
		"at": "format",
		"message": "a field that a record does not have becomes NULL without an error; set json.fail-on-missing-field=true where each record has all fields",
	}} with input as table({"format": "explicit"})
}

test_written if {
	{f.at | some f in rule.report} == {"json.fail-on-missing-field"} with input as table({"format": "explicit", "json.fail-on-missing-field": "explicit"})
}

test_value if {
	{f.at | some f in rule.report} == {"value.format"} with input as table({"value.format": "explicit"})
}

test_parse_errors_ignored if {
	rule.report == set() with input as table({"format": "explicit", "json.ignore-parse-errors": "explicit"})
}

test_sink if {
	rule.report == set() with input as table({"format": "explicit"}) with input.values["@sql.role"] as "sink"
}

test_true if {
	rule.report == set() with input as table({"format": "explicit", "json.fail-on-missing-field": "explicit"}) with input.values["json.fail-on-missing-field"] as true
}
