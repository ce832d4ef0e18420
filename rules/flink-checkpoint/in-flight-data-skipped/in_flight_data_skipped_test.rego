package kcfglint.rules.flink_checkpoint.in_flight_data_skipped_test

import data.kcfglint.rules.flink_checkpoint.in_flight_data_skipped as rule

key := "execution.state-recovery.without-channel-state.checkpoint-id"

job(id) := {
	"values": {key: id},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": "", "line": 1, "from_default": false}},
}

test_skipped if {
	rule.report == {{
		"at": key,
		"message": `execution.state-recovery.without-channel-state.checkpoint-id="42": a restore of checkpoint 42 drops the records that were in flight; remove it`,
	}} with input as job(42)
}

test_none if rule.report == set() with input as job(-1)
