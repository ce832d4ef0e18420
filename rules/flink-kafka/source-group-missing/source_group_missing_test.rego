package kcfglint.rules.flink_kafka.source_group_missing_test

import data.kcfglint.rules.flink_kafka.source_group_missing as rule

table(mode, state) := {
	"complete": "full",
	"values": {"connector": "kafka", "@sql.role": "source", "scan.startup.mode": mode},
	"state": {"properties.group.id": "absent", "scan.startup.mode": state},
}

refused(at) := {
	"at": at,
	"message": "the source reads on from group offsets, but has no properties.group.id: Flink refuses it and the job does not start; set a group",
}

test_group_offsets if rule.report == {refused("scan.startup.mode")} with input as table("group-offsets", "explicit")

test_default_mode if rule.report == {refused("properties.group.id")} with input as table("group-offsets", "default")

test_other_mode if {
	rule.report == {{
		"at": "properties.group.id",
		"severity": "warning",
		"consequence": "stall",
		"message": "properties.group.id is not set: Flink commits no offsets, so neither the lag of the job is seen nor where it was, should its state be lost; set a group",
	}} with input as table("earliest-offset", "explicit")
}

test_group_in_a_placeholder if {
	rule.report == set() with input as table("group-offsets", "explicit") with input.state["properties.group.id"] as "unknown"
}

test_sink if rule.report == set() with input as table("group-offsets", "default") with input.values["@sql.role"] as "sink"

test_not_all_in_view if rule.report == set() with input as table("group-offsets", "default") with input.complete as "partial"

test_end_at_group_offsets if {
	rule.report == {{
		"at": "scan.bounded.mode",
		"message": "the source ends at group offsets, but has no properties.group.id: Flink refuses it and the job does not start; set a group",
	}} with input as object.union(table("", "unknown"), {"values": {"scan.bounded.mode": "group-offsets"}})
}
