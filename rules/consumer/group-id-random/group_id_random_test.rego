package kcfglint.rules.consumer.group_id_random_test

import data.kcfglint.rules.consumer.group_id_random as rule

consumer := {
	"name": "orders",
	"values": {"auto.offset.reset": "latest"},
	"settings": {"group.id": {"written": "group-id", "value": "orders-${random.uuid}", "line": 3, "from_default": false}},
}

test_latest if {
	rule.report == {{
		"at": "group.id",
		"severity": "warning",
		"message": `group.id="orders-${random.uuid}" is another group at each start, which begins at the end of the topic: what arrived since the last run is never read; give it a fixed name`,
	}} with input as consumer
}

test_earliest if {
	rule.report == {{
		"at": "group.id",
		"severity": "warning",
		"consequence": "duplication",
		"message": `group.id="orders-${random.uuid}" is another group at each start, which reads the topic from its beginning and processes all records again; give it a fixed name`,
	}} with input as consumer with input.values["auto.offset.reset"] as "earliest"
}

test_broadcast if {
	{f.severity | some f in rule.report} == {"info"} with input as consumer
		with input.settings["group.id"].value as "cache-${random.uuid}"
}

test_placeholders_that_may_be_anything if {
	every group in ["${GROUP_ID}", "orders-${HOSTNAME}", "random-walk", "uuids"] {
		rule.report == set() with input as consumer with input.settings["group.id"].value as group
	}
}

test_expressions if {
	every group in ["#{T(java.util.UUID).randomUUID().toString()}", "orders-{{ uuidv4 }}", "${random.int}"] {
		count(rule.report) == 1 with input as consumer with input.settings["group.id"].value as group
	}
}
