package kcfglint.rules.flink_kafka.timestamp_or_specific_startup_left_in_test

import data.kcfglint.rules.flink_kafka.timestamp_or_specific_startup_left_in as rule

table(mode, millis) := {
	"values": {
		"connector": "kafka",
		"@sql.role": "source",
		"scan.startup.mode": mode,
		"scan.startup.timestamp-millis": millis,
	},
	"state": {"scan.startup.mode": "explicit", "scan.startup.specific-offsets": "explicit", "scan.bounded.mode": "absent"},
}

test_timestamp if {
	rule.report == {{
		"at": "scan.startup.mode",
		"message": `scan.startup.mode="timestamp": each start without state goes back to 1700000000000, and a restored offset that has expired jumps to the end; set earliest-offset or group-offsets`,
		"related": [{"at": "scan.startup.timestamp-millis", "message": "the moment"}],
	}} with input as table("timestamp", 1700000000000)
}

test_microseconds if {
	rule.report == {{
		"at": "scan.startup.timestamp-millis",
		"message": `scan.startup.timestamp-millis="1700000000000000" is after the year 2100, so the source starts at the end of each partition and skips all that is there; write milliseconds since 1970`,
		"severity": "error",
	}} with input as table("timestamp", 1700000000000000)
}

test_offsets if {
	rule.report == {{
		"at": "scan.startup.mode",
		"message": `scan.startup.mode="specific-offsets": each start without state goes back to the same offsets, and partitions that are not listed begin elsewhere; set earliest-offset or group-offsets`,
		"consequence": "duplication",
		"related": [{"at": "scan.startup.specific-offsets", "message": "the offsets"}],
	}} with input as table("specific-offsets", 0)
}

test_bounded if {
	rule.report == set() with input as table("timestamp", 1700000000000)
		with input.state["scan.bounded.mode"] as "explicit"
		with input.values["scan.bounded.mode"] as "latest-offset"
}

test_batch if rule.report == set() with input as table("timestamp", 1700000000000) with input.values["execution.runtime-mode"] as "BATCH"

test_sink if rule.report == set() with input as table("timestamp", 1700000000000) with input.values["@sql.role"] as "sink"

test_other_mode if rule.report == set() with input as table("earliest-offset", 1700000000000)
