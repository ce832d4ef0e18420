# METADATA
# title: no savepoint or checkpoint comes of a FlinkStateSnapshot
# description: |
#   The operator takes the resource and triggers the snapshot of the running job. Where that cannot work it ends as FAILED or
#   ABANDONED: a session cluster and a suspended job run nothing, a savepoint needs a directory, a checkpoint is triggered from
#   Flink 1.17 on, and Flink knows no format UNKNOWN. A savepoint that exists already is COMPLETED even without a path, and then
#   there is nothing to restore from. A negative backoffLimit is documented as endless retries, but the operator compares the
#   number of failures with it and gives up at the first.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/snapshots/
# - ref: https://github.com/apache/flink-kubernetes-operator/blob/release-1.15.0/flink-kubernetes-operator/src/main/java/org/apache/flink/kubernetes/operator/reconciler/snapshot/StateSnapshotReconciler.java
# - ref: https://github.com/apache/flink-kubernetes-operator/blob/release-1.15.0/flink-kubernetes-operator/src/main/java/org/apache/flink/kubernetes/operator/controller/FlinkStateSnapshotController.java
# custom:
#   id: FO019
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-snapshot]
#   remediation: Name a job that runs, give its savepoints a directory, and set backoffLimit to a number of retries.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.state_snapshot_without_state

# FlinkStateSnapshotUtils.abandonSnapshotIfJobNotRunning
report contains finding if {
	triggered
	input.values["jobReference.kind"] == "FlinkDeployment"
	input.state["@job"] == "absent"
	finding := {
		"at": "jobReference.name",
		"message": $`spec.jobReference.name="{input.values["jobReference.name"]}" is a session cluster, which has no job of its own: the snapshot is abandoned; name one of its FlinkSessionJobs`,
	}
}

report contains finding if {
	triggered
	input.values["job.state"] == "suspended"
	finding := {
		"at": "jobReference.name",
		"severity": "warning",
		"message": $`the job "{input.values["jobReference.name"]}" is suspended (spec.job.state): the snapshot of a job that does not run is abandoned; take it before, or set state: running`,
		"related": [{"at": "job.state", "message": "does not run"}],
	}
}

# StateSnapshotReconciler.triggerCheckpointOrSavepoint
report contains finding if {
	triggered
	input.state["@snapshot.savepoint"] == "explicit"
	input.state["savepoint.path"] == "absent"
	input.state["execution.checkpointing.savepoint-dir"] == "absent"
	finding := {
		"at": "@snapshot.savepoint",
		"severity": "warning",
		"confidence": "likely",
		"message": $`no spec.savepoint.path, and the job "{input.values["jobReference.name"]}" has no state.savepoints.dir: the savepoint fails unless the operator's own defaults have one; set either`,
	}
}

report contains finding if {
	triggered
	input.values["savepoint.formatType"] == "UNKNOWN"
	finding := {
		"at": "savepoint.formatType",
		"message": "spec.savepoint.formatType=\"UNKNOWN\": Flink has no such format, and the snapshot fails; set CANONICAL or NATIVE",
	}
}

# SnapshotUtils.isSnapshotTriggeringSupported
report contains finding if {
	triggered
	input.state["@snapshot.checkpoint"] == "explicit"
	input.versions.flink.version < [1, 17]
	finding := {
		"at": "@snapshot.checkpoint",
		"message": "spec.checkpoint: Flink before 1.17 has no checkpoints on demand, and the snapshot fails; take a savepoint",
	}
}

report contains finding if {
	input.values["savepoint.alreadyExists"] == true
	input.state["savepoint.alreadyExists"] == "explicit"
	input.state["savepoint.path"] == "absent"
	finding := {
		"at": "savepoint.alreadyExists",
		"consequence": "loss",
		"message": "spec.savepoint.alreadyExists=\"true\" without spec.savepoint.path: the snapshot counts as COMPLETED and leads to no savepoint; set the path",
	}
}

# FlinkStateSnapshotController.updateErrorStatus
report contains finding if {
	triggered
	input.state.backoffLimit == "explicit"
	input.values.backoffLimit < 0
	finding := {
		"at": "backoffLimit",
		"severity": "warning",
		"consequence": "ignored",
		"message": $`spec.backoffLimit="{input.values.backoffLimit}" is documented as endless retries, but the operator gives up at the first failure, as with 0; set a number of retries`,
	}
}

triggered if {
	input.state["@snapshot.savepoint"] == "explicit"
	input.values["savepoint.alreadyExists"] == false
}

triggered if input.state["@snapshot.checkpoint"] == "explicit"
