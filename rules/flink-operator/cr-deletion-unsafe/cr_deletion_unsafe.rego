# METADATA
# title: who deletes the resource loses track of the job's state
# description: |
#   When a FlinkDeployment or FlinkSessionJob is deleted, also by a tool that replaces it, the operator cancels the job
#   and removes what it knows of its checkpoints. A resource that is made anew starts from nothing, unless somebody finds
#   the last checkpoint and names it. With kubernetes.operator.job.savepoint-on-deletion a savepoint is taken first. With
#   kubernetes.operator.savepoint.dispose-on-delete a savepoint goes when its FlinkStateSnapshot does.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO006
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-job]
#   remediation: Set kubernetes.operator.job.savepoint-on-deletion to true.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.cr_deletion_unsafe

report contains finding if {
	keeps_state
	input.state["kubernetes.operator.job.savepoint-on-deletion"] == "explicit"
	input.values["kubernetes.operator.job.savepoint-on-deletion"] == false
	finding := {
		"at": "kubernetes.operator.job.savepoint-on-deletion",
		"message": "kubernetes.operator.job.savepoint-on-deletion=\"false\": the operator cancels a job whose resource is deleted without a savepoint, and a new one starts from nothing; set true",
	}
}

report contains finding if {
	keeps_state
	input.state["kubernetes.operator.job.savepoint-on-deletion"] in {"absent", "default"}
	finding := {
		"at": "job.upgradeMode",
		"severity": "info",
		"confidence": "likely",
		"message": "kubernetes.operator.job.savepoint-on-deletion is not set: the operator cancels a job whose resource is deleted without a savepoint, and a new one starts from nothing; set true",
	}
}

report contains finding if {
	keeps_state
	input.state["kubernetes.operator.savepoint.dispose-on-delete"] == "explicit"
	input.values["kubernetes.operator.savepoint.dispose-on-delete"] == true
	finding := {
		"at": "kubernetes.operator.savepoint.dispose-on-delete",
		"message": "kubernetes.operator.savepoint.dispose-on-delete=\"true\": a savepoint is deleted with the resource that stands for it, also the one that an upgrade needs; remove it",
	}
}

keeps_state if input.values["job.upgradeMode"] in {"savepoint", "last-state"}
