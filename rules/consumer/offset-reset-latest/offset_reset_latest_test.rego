package kcfglint.rules.consumer.offset_reset_latest_test

import data.kcfglint.rules.consumer.offset_reset_latest as rule

consumer := {
	"client": {"name": "java"},
	"name": "billing",
	"owner": "",
	"values": {"auto.offset.reset": "latest", "group.id": "billing"},
	"state": {"auto.offset.reset": "explicit", "group.id": "explicit"},
	"settings": {
		"group.id": {"written": "group.id", "value": "billing", "line": 2, "from_default": false},
		"auto.offset.reset": {"written": "auto.offset.reset", "value": "latest", "line": 3, "from_default": false},
	},
}

latest(severity) := {
	"at": "auto.offset.reset",
	"severity": severity,
	"message": `auto.offset.reset="latest": records that reach a new partition before it is found, or while offsets have expired, are skipped; set earliest`,
}

test_written if rule.report == {latest("warning")} with input as consumer

test_cache if rule.report == {latest("info")} with input as consumer with input.data_class as "cache"

test_default if {
	rule.report == {{
		"at": "auto.offset.reset",
		"severity": "info",
		"message": "auto.offset.reset is not set and defaults to latest: records that reach a new partition before it is found, or while offsets have expired, are skipped",
	}} with input as consumer
		with input.values["auto.offset.reset"] as "largest"
		with input.state["auto.offset.reset"] as "default"
}

test_default_without_a_group if {
	rule.report == set() with input as consumer
		with input.state as {"auto.offset.reset": "default", "group.id": "absent"}
		with input.settings as {}
}

test_group_for_each_instance if {
	every value in ["cache-${random.uuid}", "dashboard-${HOSTNAME}", "{{ pod_name }}"] {
		rule.report == set() with input as consumer
			with input.state["group.id"] as "unknown"
			with input.settings["group.id"].value as value
	}
}

groupless := object.union(consumer, {
	"code_may_set": false,
	"state": {"group.id": "absent"},
	"settings": {"group.id": {}},
})

test_no_group if rule.report == set() with input as groupless

test_group_perhaps_in_code if {
	rule.report == {{
		"at": "auto.offset.reset",
		"severity": "warning",
		"message": `auto.offset.reset="latest": if code gives the consumer a group, records that reach a new partition before it is found, or while offsets have expired, are skipped; set earliest`,
		"related": [{"at": "group.id", "message": "group.id is not set"}],
	}} with input as groupless with input.code_may_set as true
}

test_flink if rule.report == set() with input as consumer with input.owner as "flink"

test_earliest if rule.report == set() with input as consumer with input.values["auto.offset.reset"] as "earliest"
