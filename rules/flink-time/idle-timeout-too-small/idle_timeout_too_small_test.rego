package kcfglint.rules.flink_time.idle_timeout_too_small_test

import data.kcfglint.rules.flink_time.idle_timeout_too_small as rule

job(timeout, state) := {
	"kind": "flink-job",
	"versions": {"flink": {"version": [1, 20, 1], "assumed": false}},
	"values": {"table.exec.source.idle-timeout": timeout},
	"state": {"table.exec.source.idle-timeout": state},
	"settings": {"table.exec.source.idle-timeout": {"value": "1s"}, "scan.watermark.idle-timeout": {"value": "2 s"}},
}

test_short if {
	rule.report == {{
		"at": "table.exec.source.idle-timeout",
		"message": "table.exec.source.idle-timeout=\"1s\": a partition that pauses for 1000 ms counts as idle, and windows drop what it brings late; set e.g. 30s",
	}} with input as job(1000, "explicit")
}

test_busy if {
	rule.report == {{
		"at": "table.exec.source.idle-timeout",
		"message": "table.exec.source.idle-timeout=\"1s\": a partition that pauses for 1000 ms counts as idle, also while the job is busy in this version of Flink, and windows drop what it brings late; set e.g. 30s",
	}} with input as job(1000, "explicit") with input.versions.flink.version as [1, 18, 1]
}

test_of_the_table if {
	rule.report == {{
		"at": "scan.watermark.idle-timeout",
		"message": "scan.watermark.idle-timeout=\"2 s\": a partition that pauses for 2000 ms counts as idle, and windows drop what it brings late; set e.g. 30s",
	}} with input as job(1000, "inherited")
		with input.kind as "flink-table"
		with input.values["scan.watermark.idle-timeout"] as 2000
		with input.state["scan.watermark.idle-timeout"] as "explicit"
}

test_long if rule.report == set() with input as job(30000, "explicit")

test_off if rule.report == set() with input as job(0, "explicit")

test_batch if rule.report == set() with input as job(1000, "explicit") with input.values["@streaming"] as false
