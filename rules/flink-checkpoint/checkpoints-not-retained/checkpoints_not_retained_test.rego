package kcfglint.rules.flink_checkpoint.checkpoints_not_retained_test

import data.kcfglint.rules.flink_checkpoint.checkpoints_not_retained as rule

retention := "execution.checkpointing.externalized-checkpoint-retention"

interval := "execution.checkpointing.interval"

dir := "execution.checkpointing.dir"

cluster(values, state) := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"values": object.union({interval: 60000, dir: "s3://flink/checkpoints"}, values),
	"state": object.union({interval: "explicit", dir: "explicit", "@job": "absent", "flinkVersion": "absent"}, state),
}

test_left_out if {
	rule.report == {{
		"at": retention,
		"message": "execution.checkpointing.externalized-checkpoint-retention is not set: a job that is cancelled or fails for good leaves no checkpoint; set RETAIN_ON_CANCELLATION",
		"related": [{"at": dir, "message": "the checkpoints that are deleted"}],
	}} with input as cluster({retention: "NO_EXTERNALIZED_CHECKPOINTS"}, {retention: "default"})
}

test_written_none if {
	rule.report == {{
		"at": retention,
		"message": "execution.checkpointing.externalized-checkpoint-retention=\"NO_EXTERNALIZED_CHECKPOINTS\": a job that is cancelled or fails for good leaves no checkpoint; set RETAIN_ON_CANCELLATION",
	}} with input as cluster({retention: "NO_EXTERNALIZED_CHECKPOINTS"}, {retention: "explicit", "@job": "explicit"})
}

test_deleted_on_cancellation if {
	rule.report == {{
		"at": retention,
		"message": "execution.checkpointing.externalized-checkpoint-retention=\"DELETE_ON_CANCELLATION\": a job that is cancelled by mistake leaves no checkpoint; RETAIN_ON_CANCELLATION keeps it",
		"severity": "info",
	}} with input as cluster({retention: "DELETE_ON_CANCELLATION"}, {retention: "explicit"})
}

test_operator_retains if {
	rule.report == set() with input as cluster({retention: "RETAIN_ON_CANCELLATION"}, {retention: "default", "@job": "explicit"})
}

test_session_cluster_of_the_operator if {
	rule.report == set() with input as cluster(
		{retention: "NO_EXTERNALIZED_CHECKPOINTS"},
		{retention: "default", "flinkVersion": "explicit"},
	)
}

test_no_checkpoints if {
	rule.report == set() with input as {
		"kind": "flink-cluster",
		"dialect": "flink-conf",
		"values": {dir: "s3://flink/checkpoints", retention: "NO_EXTERNALIZED_CHECKPOINTS"},
		"state": {interval: "absent", dir: "explicit", retention: "default"},
	}
}

test_script_whose_cluster_is_not_in_view if {
	rule.report == set() with input as object.union(
		cluster({retention: "NO_EXTERNALIZED_CHECKPOINTS"}, {retention: "default", "@file": "absent"}),
		{"dialect": "flink-sql"},
	)
}
