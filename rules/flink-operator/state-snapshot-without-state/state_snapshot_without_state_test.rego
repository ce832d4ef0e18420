package kcfglint.rules.flink_operator.state_snapshot_without_state_test

import data.kcfglint.rules.flink_operator.state_snapshot_without_state as rule

# snapshot is a savepoint of a job that has all it needs, but for what the arguments say.
snapshot(values, state) := {
	"values": object.union({"jobReference.kind": "FlinkDeployment", "jobReference.name": "orders", "savepoint.alreadyExists": false, "backoffLimit": -1}, values),
	"state": object.union(
		{
			"@job": "inherited", "@snapshot.savepoint": "explicit", "@snapshot.checkpoint": "absent", "savepoint.path": "absent",
			"execution.checkpointing.savepoint-dir": "inherited", "backoffLimit": "default", "savepoint.alreadyExists": "default",
		},
		state,
	),
	"versions": {"flink": {"version": [1, 20], "assumed": false}},
}

test_session_cluster if {
	rule.report == {{
		"at": "jobReference.name",
		"message": "spec.jobReference.name=\"orders\" is a session cluster, which has no job of its own: the snapshot is abandoned; name one of its FlinkSessionJobs",
	}} with input as snapshot({}, {"@job": "absent"})
}

test_suspended if {
	rule.report == {{
		"at": "jobReference.name",
		"severity": "warning",
		"message": "the job \"orders\" is suspended (spec.job.state): the snapshot of a job that does not run is abandoned; take it before, or set state: running",
		"related": [{"at": "job.state", "message": "does not run"}],
	}} with input as snapshot({"job.state": "suspended"}, {})
}

test_no_directory if {
	rule.report == {{
		"at": "@snapshot.savepoint",
		"severity": "warning",
		"confidence": "likely",
		"message": "no spec.savepoint.path, and the job \"orders\" has no state.savepoints.dir: the savepoint fails unless the operator's own defaults have one; set either",
	}} with input as snapshot({}, {"execution.checkpointing.savepoint-dir": "absent"})
}

test_format if {
	rule.report == {{
		"at": "savepoint.formatType",
		"message": "spec.savepoint.formatType=\"UNKNOWN\": Flink has no such format, and the snapshot fails; set CANONICAL or NATIVE",
	}} with input as snapshot({"savepoint.formatType": "UNKNOWN"}, {})
}

checkpoint := snapshot({}, {"@snapshot.savepoint": "absent", "@snapshot.checkpoint": "explicit"})

test_checkpoint_of_old_flink if {
	rule.report == {{
		"at": "@snapshot.checkpoint",
		"message": "spec.checkpoint: Flink before 1.17 has no checkpoints on demand, and the snapshot fails; take a savepoint",
	}} with input as checkpoint with input.versions.flink.version as [1, 16]
}

test_checkpoint if rule.report == set() with input as checkpoint

test_exists_nowhere if {
	rule.report == {{
		"at": "savepoint.alreadyExists",
		"consequence": "loss",
		"message": "spec.savepoint.alreadyExists=\"true\" without spec.savepoint.path: the snapshot counts as COMPLETED and leads to no savepoint; set the path",
	}} with input as snapshot({"savepoint.alreadyExists": true}, {"savepoint.alreadyExists": "explicit"})
}

test_retries if {
	rule.report == {{
		"at": "backoffLimit",
		"severity": "warning",
		"consequence": "ignored",
		"message": "spec.backoffLimit=\"-1\" is documented as endless retries, but the operator gives up at the first failure, as with 0; set a number of retries",
	}} with input as snapshot({}, {"backoffLimit": "explicit"})
}

test_elsewhere if {
	rule.report == set() with input as snapshot({}, {"@job": "unknown", "execution.checkpointing.savepoint-dir": "unknown"})
}
