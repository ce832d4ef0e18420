package kcfglint.rules.flink_kafka.group_offsets_reset_latest_test

import data.kcfglint.rules.flink_kafka.group_offsets_reset_latest as rule

mode := "scan.startup.mode"

reset := "properties.auto.offset.reset"

table(text, values, state) := {
	"kind": "flink-table",
	"name": "orders",
	"values": object.union({"connector": "kafka", "@sql.role": "source", mode: "group-offsets"}, values),
	"state": object.union({mode: "explicit", reset: "explicit"}, state),
	"settings": {reset: {"written": reset, "value": text, "line": 8}},
}

skipped := "properties.auto.offset.reset=\"latest\" with scan.startup.mode group-offsets: a new group, or one whose offsets have expired, skips all that the topic holds; set earliest"

test_written if {
	rule.report == {{"at": reset, "message": skipped, "severity": "error"}} with input as table("latest", {}, {})
}

test_mode_left_out if {
	rule.report == {{"at": reset, "message": skipped, "severity": "error"}} with input as table("latest", {}, {mode: "default"})
}

test_telemetry if {
	rule.report == {{"at": reset, "message": skipped, "severity": "warning"}} with input as table("latest", {}, {})
		with input.name as "device_telemetry"
}

test_earliest if {
	rule.report == set() with input as table("earliest", {}, {})
}

test_other_mode_does_not_read_it if {
	rule.report == set() with input as table("latest", {mode: "earliest-offset"}, {})
}

test_sink if {
	rule.report == set() with input as table("latest", {"@sql.role": "sink"}, {})
}
