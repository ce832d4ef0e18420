package kcfglint.rules.consumer.group_id_empty_test

import data.kcfglint.rules.consumer.group_id_empty as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer := {
	"kind": "consumer",
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"group.protocol": "classic"},
	"state": {"group.id": "explicit"},
	"settings": {"group.id": setting("group.id", "  ", 3)},
}

test_refused if {
	rule.report == {{
		"at": "group.id",
		"severity": "error",
		"message": `group.id="": the consumer refuses to start; name the group, or remove group.id where partitions are assigned by hand`,
	}} with input as consumer
}

test_before_4 if {
	{f.severity | some f in rule.report} == {"warning"} with input as consumer with input.versions.client.version as [3, 9]
}

test_before_4_under_the_consumer_protocol if {
	{f.severity | some f in rule.report} == {"error"} with input as consumer
		with input.versions.client.version as [3, 9]
		with input.values["group.protocol"] as "consumer"
}

test_share_consumer if {
	{f.severity | some f in rule.report} == {"error"} with input as consumer
		with input.versions.client.version as [3, 9]
		with input.kind as "share-consumer"
}

test_named if rule.report == set() with input as consumer with input.settings["group.id"].value as "billing"
