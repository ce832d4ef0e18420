package kcfglint.rules.flink_checkpoint.checkpoint_mode_at_least_once_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_mode_at_least_once as rule

mode := "execution.checkpointing.mode"

job(values, state) := {"kind": "flink-job", "values": values, "state": state}

test_written if {
	rule.report == {{
		"at": mode,
		"message": "execution.checkpointing.mode=\"AT_LEAST_ONCE\": after a failure records that are already in the state are processed again, so aggregates count them twice; set EXACTLY_ONCE",
	}} with input as job({mode: "AT_LEAST_ONCE"}, {mode: "explicit"})
}

test_exactly_once_sink if {
	rule.report == {{
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\", but execution.checkpointing.mode=\"AT_LEAST_ONCE\" processes records again after a failure and commits them twice; set EXACTLY_ONCE",
		"severity": "error",
		"related": [{"at": mode, "message": "the mode of the job's checkpoints"}],
	}} with input as {
		"kind": "flink-table",
		"values": {mode: "AT_LEAST_ONCE", "sink.delivery-guarantee": "exactly-once", "@sql.role": "sink"},
		"state": {mode: "inherited", "sink.delivery-guarantee": "explicit"},
	}
}

test_inherited_is_reported_where_it_stands if {
	rule.report == set() with input as job({mode: "AT_LEAST_ONCE"}, {mode: "inherited"})
}

test_default if {
	rule.report == set() with input as job({mode: "EXACTLY_ONCE"}, {mode: "default"})
}

test_batch if {
	rule.report == set() with input as job({mode: "AT_LEAST_ONCE", "@streaming": false}, {mode: "explicit"})
}
