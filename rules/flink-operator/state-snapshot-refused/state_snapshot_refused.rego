# METADATA
# title: the operator refuses a FlinkStateSnapshot
# description: |
#   A FlinkStateSnapshot asks for either a savepoint or a checkpoint, and unless the savepoint exists already it names the job by
#   kind and name. The operator's webhook rejects anything else; without the webhook the operator writes an event, and the snapshot
#   stays pending: the savepoint that somebody counts on is never taken.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/snapshots/
# - ref: https://github.com/apache/flink-kubernetes-operator/blob/release-1.15.0/flink-kubernetes-operator/src/main/java/org/apache/flink/kubernetes/operator/validation/DefaultValidator.java
# custom:
#   id: FO018
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-snapshot]
#   remediation: Set exactly one of spec.savepoint and spec.checkpoint, and spec.jobReference with kind and name.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.state_snapshot_refused

# DefaultValidator.validateStateSnapshot, releases 1.10 to 1.15
report contains finding if {
	input.state["@snapshot.savepoint"] == "explicit"
	input.state["@snapshot.checkpoint"] == "explicit"
	finding := {
		"at": "@snapshot.checkpoint",
		"message": "spec.checkpoint beside spec.savepoint: the operator refuses a snapshot of both kinds and takes none; make it two resources",
		"related": [{"at": "@snapshot.savepoint", "message": "the other kind"}],
	}
}

report contains finding if {
	input.state["@snapshot.job"] == "explicit"
	input.state["@snapshot.savepoint"] == "absent"
	input.state["@snapshot.checkpoint"] == "absent"
	finding := {
		"at": "@snapshot.job",
		"message": "neither spec.savepoint nor spec.checkpoint: the operator refuses the snapshot and takes none; set savepoint: {} or checkpoint: {}",
	}
}

report contains finding if {
	taken
	input.state["@snapshot.job"] == "absent"
	finding := {
		"at": kind,
		"message": "no spec.jobReference: the operator refuses a snapshot of an unknown job and takes none; name the job by kind and name",
	}
}

# Without a kind or a name no resource is found (FlinkStateSnapshotContext.getSecondaryResource).
report contains finding if {
	taken
	input.state["@snapshot.job"] == "explicit"
	some part in missing
	finding := {
		"at": "@snapshot.job",
		"message": $`spec.jobReference has no {part}: the operator finds no job, refuses the snapshot and takes none; set it`,
	}
}

missing contains "kind" if input.state["jobReference.kind"] == "absent"

missing contains "name" if input.state["jobReference.name"] == "absent"

taken if {
	kind == "@snapshot.savepoint"
	input.values["savepoint.alreadyExists"] == false
}

taken if kind == "@snapshot.checkpoint"

kind := "@snapshot.savepoint" if {
	input.state["@snapshot.savepoint"] == "explicit"
	input.state["@snapshot.checkpoint"] == "absent"
}

kind := "@snapshot.checkpoint" if {
	input.state["@snapshot.checkpoint"] == "explicit"
	input.state["@snapshot.savepoint"] == "absent"
}
