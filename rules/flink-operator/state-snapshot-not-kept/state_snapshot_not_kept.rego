# METADATA
# title: the state behind a FlinkStateSnapshot goes with the resource, or before
# description: |
#   spec.savepoint.disposeOnDelete is true unless it is set: who deletes the FlinkStateSnapshot, also by helm uninstall or the
#   pruning of a GitOps tool, deletes the files of the savepoint, and while the job does not run the resource cannot be deleted at
#   all. With alreadyExists these are files that something else has made and may need. The data of a checkpoint belong to the job:
#   Flink deletes them as soon as there are state.checkpoints.num-retained newer ones, while the resource stays COMPLETED.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/snapshots/#savepoint-disposal-on-deletion
# - ref: https://github.com/apache/flink-kubernetes-operator/blob/release-1.15.0/flink-kubernetes-operator/src/main/java/org/apache/flink/kubernetes/operator/reconciler/snapshot/StateSnapshotReconciler.java
# custom:
#   id: FO020
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-snapshot]
#   remediation: Set spec.savepoint.disposeOnDelete to false, and take a savepoint of what is to be kept.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.state_snapshot_not_kept

# StateSnapshotReconciler.cleanup: without a job that is named nothing is deleted.
report contains finding if {
	input.state["@snapshot.savepoint"] == "explicit"
	input.state["@snapshot.job"] == "explicit"
	input.values["savepoint.disposeOnDelete"] == true
	input.values["savepoint.alreadyExists"] == true
	input.state["savepoint.path"] in {"explicit", "unknown"}
	finding := {
		"at": place,
		"message": "spec.savepoint.disposeOnDelete is true, set or not: with this resource the savepoint is deleted that existed before it; set disposeOnDelete: false",
	}
}

report contains finding if {
	input.state["@snapshot.savepoint"] == "explicit"
	input.state["savepoint.disposeOnDelete"] == "default"
	input.values["savepoint.alreadyExists"] == false
	finding := {
		"at": "@snapshot.savepoint",
		"severity": "info",
		"message": "spec.savepoint.disposeOnDelete is not set and true: with this resource the savepoint is deleted, also when a tool prunes it; set what is meant",
	}
}

report contains finding if {
	input.state["@snapshot.checkpoint"] == "explicit"
	input.state["@snapshot.savepoint"] == "absent"
	finding := {
		"at": "@snapshot.checkpoint",
		"severity": "info",
		"message": "spec.checkpoint: the data stay the job's own, and Flink deletes them after state.checkpoints.num-retained newer checkpoints; take a savepoint of what is to be kept",
	}
}

place := "savepoint.disposeOnDelete" if input.state["savepoint.disposeOnDelete"] == "explicit"

place := "savepoint.alreadyExists" if input.state["savepoint.disposeOnDelete"] == "default"
