package kcfglint.rules.streams.application_id_missing_test

import data.kcfglint.rules.streams.application_id_missing as rule

app := {
	"owner": "",
	"dialect": "properties",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {},
	"state": {"application.id": "absent"},
}

test_missing if {
	rule.report == {{
		"at": "application.id",
		"severity": "warning",
		"message": "application.id is not set: Streams refuses to start; set a name that no other application of the cluster has",
	}} with input as app
}

test_unknown if rule.report == set() with input as app with input.state["application.id"] as "unknown"

test_spring_has_one if rule.report == set() with input as app with input.owner as "spring" with input.dialect as "spring"

empty := object.union(app, {"state": {"application.id": "explicit"}, "values": {"application.id": " "}})

test_empty if {
	rule.report == {{
		"at": "application.id",
		"message": `application.id="": it is the consumers' group.id, and Kafka 4.0 and newer refuse an empty one, so Streams does not start; set a name of its own`,
	}} with input as empty
}

test_empty_before_4 if rule.report == set() with input as empty with input.versions.client.version as [3, 9]
