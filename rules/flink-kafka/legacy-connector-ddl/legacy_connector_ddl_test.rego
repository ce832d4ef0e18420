package kcfglint.rules.flink_kafka.legacy_connector_ddl_test

import data.kcfglint.rules.flink_kafka.legacy_connector_ddl as rule

table(flink) := {
	"versions": {"flink": {"version": flink, "assumed": false}},
	"state": {"connector.type": "explicit", "connector": "absent"},
	"settings": {"connector.type": {"written": "connector.type", "value": "kafka", "line": 1, "from_default": false}},
}

test_gone if {
	rule.report == {{
		"at": {"key": "connector.type", "part": "key"},
		"message": `connector.type="kafka" is the form before Flink 1.11, which the Kafka connector no longer understands: a job that uses the table does not start; write connector=kafka and the options of today`,
	}} with input as table([1, 14])
}

test_before if {
	rule.report == {{
		"at": {"key": "connector.type", "part": "key"},
		"message": `connector.type="kafka" is the form before Flink 1.11, which the Kafka connector understands up to 1.13; write connector=kafka and the options of today before the upgrade`,
		"severity": "info",
		"consequence": "maintenance",
	}} with input as table([1, 13])
}

test_other_system if rule.report == set() with input as table([2, 0]) with input.settings["connector.type"].value as "jdbc"

test_form_of_today if rule.report == set() with input as table([2, 0]) with input.state.connector as "explicit"
