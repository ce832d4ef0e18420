package kcfglint.rules.streams.application_id_missing_test

import data.kcfglint.rules.streams.application_id_missing as rule

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {},
	"state": {"application.id": "absent"},
}

test_left_out if rule.report == set() with input as app

empty := object.union(app, {"state": {"application.id": "explicit"}, "values": {"application.id": " "}})

test_empty if {
	rule.report == {{
		"at": "application.id",
		"message": `application.id="": it is the consumers' group.id, and Kafka 4.0 and newer refuse an empty one, so Streams does not start; set a name of its own`,
	}} with input as empty
}

test_empty_before_4 if rule.report == set() with input as empty with input.versions.client.version as [3, 9]
