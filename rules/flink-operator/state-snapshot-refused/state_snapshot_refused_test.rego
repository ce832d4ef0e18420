package kcfglint.rules.flink_operator.state_snapshot_refused_test

import data.kcfglint.rules.flink_operator.state_snapshot_refused as rule

# snapshot asks for some parts; exists says whether its savepoint exists already.
snapshot(parts, kind, exists) := {
	"values": {"savepoint.alreadyExists": exists},
	"state": {
		"@snapshot.savepoint": state("savepoint", parts),
		"@snapshot.checkpoint": state("checkpoint", parts),
		"@snapshot.job": state("job", parts),
		"jobReference.kind": kind,
		"jobReference.name": "explicit",
	},
}

state(part, parts) := "explicit" if part in parts

state(part, parts) := "absent" if not part in parts

test_both if {
	rule.report == {{
		"at": "@snapshot.checkpoint",
		"message": "spec.checkpoint beside spec.savepoint: the operator refuses a snapshot of both kinds and takes none; make it two resources",
		"related": [{"at": "@snapshot.savepoint", "message": "the other kind"}],
	}} with input as snapshot({"savepoint", "checkpoint", "job"}, "explicit", false)
}

test_neither if {
	rule.report == {{
		"at": "@snapshot.job",
		"message": "neither spec.savepoint nor spec.checkpoint: the operator refuses the snapshot and takes none; set savepoint: {} or checkpoint: {}",
	}} with input as snapshot({"job"}, "explicit", false)
}

no_job(kind) := {{
	"at": kind,
	"message": "no spec.jobReference: the operator refuses a snapshot of an unknown job and takes none; name the job by kind and name",
}}

test_savepoint_of_no_job if rule.report == no_job("@snapshot.savepoint") with input as snapshot({"savepoint"}, "absent", false)

test_checkpoint_of_no_job if rule.report == no_job("@snapshot.checkpoint") with input as snapshot({"checkpoint"}, "absent", false)

test_no_kind if {
	rule.report == {{
		"at": "@snapshot.job",
		"message": "spec.jobReference has no kind: the operator finds no job, refuses the snapshot and takes none; set it",
	}} with input as snapshot({"savepoint", "job"}, "absent", false)
}

test_exists if rule.report == set() with input as snapshot({"savepoint"}, "absent", true)

test_taken if rule.report == set() with input as snapshot({"savepoint", "job"}, "explicit", false)
