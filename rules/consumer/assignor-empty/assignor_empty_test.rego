package kcfglint.rules.consumer.assignor_empty_test

import data.kcfglint.rules.consumer.assignor_empty as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"group.protocol": "classic"},
	"state": {"partition.assignment.strategy": "explicit", "group.id": "explicit"},
	"settings": {"partition.assignment.strategy": setting("partition.assignment.strategy", " ", 3)},
}

test_empty if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy="": the consumer starts, but subscribing fails, as there is no assignor; remove it`,
	}} with input as consumer
}

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"

test_brokers_assign if rule.report == set() with input as consumer with input.values["group.protocol"] as "consumer"

test_named if {
	rule.report == set() with input as consumer
		with input.settings["partition.assignment.strategy"].value as "org.apache.kafka.clients.consumer.RangeAssignor"
}
