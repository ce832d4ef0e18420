package kcfglint.rules.flink_checkpoint.at_least_once_sink_without_checkpoints_test

import data.kcfglint.rules.flink_checkpoint.at_least_once_sink_without_checkpoints as rule

sink(guarantee, interval, state) := {
	"kind": "flink-table",
	"values": {"connector": "kafka", "sink.delivery-guarantee": guarantee, "@sql.role": "sink"},
	"state": object.union({"sink.delivery-guarantee": "explicit", "execution.checkpointing.interval": interval}, state),
}

test_at_least_once if {
	rule.report == {{
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"at-least-once\", but nothing sets execution.checkpointing.interval: the writer flushes only at checkpoints, so a failure loses what it has buffered, unless the source reads it again; set it to e.g. 60s",
	}} with input as sink("at-least-once", "absent", {"execution.checkpointing.mode": "inherited"})
}

test_exactly_once_with_the_cluster_out_of_view if {
	rule.report == {{
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\", but nothing in view sets execution.checkpointing.interval: transactions are committed only at checkpoints, so no record ever becomes visible to read_committed readers; set it to e.g. 60s",
		"severity": "warning",
		"confidence": "likely",
	}} with input as sink("exactly-once", "absent", {})
}

test_files if {
	rule.report == {{
		"at": "connector",
		"message": "connector=\"filesystem\", but nothing sets execution.checkpointing.interval: files are finished at checkpoints only and stay in progress for ever; set it to e.g. 60s",
	}} with input as {
		"kind": "flink-table",
		"values": {"connector": "filesystem", "@sql.role": "sink"},
		"state": {"execution.checkpointing.interval": "absent", "@file": "inherited"},
	}
}

test_none_is_no_guarantee if {
	rule.report == set() with input as sink("none", "absent", {"@file": "inherited"})
}

test_interval_is_set if {
	rule.report == set() with input as sink("at-least-once", "inherited", {})
}

test_job_out_of_view if {
	rule.report == set() with input as sink("exactly-once", "unknown", {})
}

test_batch if {
	rule.report == set() with input as object.union(sink("at-least-once", "absent", {}), {"values": {"@streaming": false}})
}
