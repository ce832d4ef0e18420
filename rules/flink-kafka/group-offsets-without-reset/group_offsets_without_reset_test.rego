package kcfglint.rules.flink_kafka.group_offsets_without_reset_test

import data.kcfglint.rules.flink_kafka.group_offsets_without_reset as rule

mode := "scan.startup.mode"

reset := "properties.auto.offset.reset"

table(values, state) := {
	"kind": "flink-table",
	"values": object.union({"connector": "kafka", "@sql.role": "source"}, values),
	"state": object.union({mode: "default", reset: "absent"}, state),
	"settings": {reset: {"written": reset, "value": text, "line": 8} | text := values[reset]},
}

test_nothing_is_set if {
	rule.report == {{
		"at": reset,
		"message": "neither scan.startup.mode nor properties.auto.offset.reset is set: the source reads on from group offsets and fails where the group has none, as a new one; set properties.auto.offset.reset=earliest",
	}} with input as table({mode: "group-offsets"}, {})
}

test_mode_is_set if {
	rule.report == {{
		"at": mode,
		"message": "scan.startup.mode=\"group-offsets\" without properties.auto.offset.reset: the source fails where the group has no offset, as a new one; set properties.auto.offset.reset=earliest",
	}} with input as table({mode: "group-offsets"}, {mode: "explicit"})
}

test_value_that_flink_does_not_know if {
	rule.report == {{
		"at": reset,
		"message": "properties.auto.offset.reset=\"by_duration:P7D\": Flink takes earliest, latest or none with scan.startup.mode group-offsets, and the job does not start; set earliest",
		"severity": "error",
	}} with input as table({mode: "group-offsets", reset: "by_duration:P7D"}, {mode: "explicit", reset: "explicit"})
}

test_capitals_are_accepted if {
	rule.report == set() with input as table({mode: "group-offsets", reset: "EARLIEST"}, {reset: "explicit"})
}

test_table_that_no_query_in_view_uses if {
	rule.report == set() with input as table({mode: "group-offsets", "@sql.role": "unknown"}, {})
}

test_sink if {
	rule.report == set() with input as table({mode: "group-offsets", "@sql.role": "sink"}, {mode: "explicit"})
}

test_earliest_offset if {
	rule.report == set() with input as table({mode: "earliest-offset"}, {mode: "explicit"})
}

test_upsert_kafka_has_no_startup_mode if {
	rule.report == set() with input as table({"connector": "upsert-kafka"}, {mode: "absent"})
}

test_unknown if {
	rule.report == set() with input as table({}, {mode: "unknown", reset: "unknown"})
}
