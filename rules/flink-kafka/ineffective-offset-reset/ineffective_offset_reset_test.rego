package kcfglint.rules.flink_kafka.ineffective_offset_reset_test

import data.kcfglint.rules.flink_kafka.ineffective_offset_reset as rule

mode := "scan.startup.mode"

reset := "properties.auto.offset.reset"

table(startup, policy, role) := {
	"kind": "flink-table",
	"values": {"connector": "kafka", "@sql.role": role, mode: startup},
	"state": {mode: "explicit", reset: "explicit"},
	"settings": {reset: {"written": reset, "value": policy, "line": 8}},
}

test_contradiction if {
	rule.report == {{
		"at": reset,
		"message": "properties.auto.offset.reset=\"earliest\" has no effect: scan.startup.mode=\"latest-offset\" makes it latest; change the mode to group-offsets, or remove it",
		"related": [{"at": mode, "message": "sets auto.offset.reset to latest"}],
	}} with input as table("latest-offset", "earliest", "source")
}

test_repetition if {
	rule.report == {{
		"at": reset,
		"message": "properties.auto.offset.reset=\"earliest\" has no effect: scan.startup.mode=\"earliest-offset\" makes it earliest; remove it",
		"related": [{"at": mode, "message": "sets auto.offset.reset to earliest"}],
		"severity": "info",
	}} with input as table("earliest-offset", "earliest", "source")
}

test_group_offsets_read_it if {
	rule.report == set() with input as table("group-offsets", "earliest", "source")
}

test_sink if {
	rule.report == set() with input as table("latest-offset", "earliest", "sink")
}
