# METADATA
# title: the operator refuses a job that has no place for savepoints
# description: |
#   The operator checks a resource before it touches the job: upgradeMode savepoint, savepointTriggerNonce, periodic
#   savepoints and a maximal age of the last checkpoint all need a directory for savepoints. Without one the resource is
#   rejected, unless the operator's own default configuration has it. The directory for checkpoints that upgradeMode
#   savepoint and last-state need is the matter of FC006.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO004
#   severities: [warning]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [flink-job]
#   remediation: Set state.savepoints.dir to durable storage.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.required_dirs_missing

# DefaultValidator.validateJobSpec
report contains finding if {
	input.state["execution.checkpointing.savepoint-dir"] == "absent"
	key := min(needs)
	finding := {
		"at": key,
		"message": sprintf(
			"%s needs a directory for savepoints, and none is set: the operator rejects the resource unless its own defaults have one; set state.savepoints.dir",
			[written[key]],
		),
	}
}

needs contains "job.upgradeMode" if {
	input.values["job.upgradeMode"] == "savepoint"
	input.state["job.upgradeMode"] == "explicit"
}

needs contains "job.savepointTriggerNonce" if input.state["job.savepointTriggerNonce"] == "explicit"

needs contains "kubernetes.operator.periodic.savepoint.interval" if {
	input.state["kubernetes.operator.periodic.savepoint.interval"] == "explicit"
	input.state["job.upgradeMode"] in {"absent", "default", "explicit"}
}

needs contains "kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age" if {
	input.state["kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"] == "explicit"
	input.state["job.upgradeMode"] in {"absent", "default", "explicit"}
}

written := {
	"job.upgradeMode": "job.upgradeMode=\"savepoint\"",
	"job.savepointTriggerNonce": "job.savepointTriggerNonce",
	"kubernetes.operator.periodic.savepoint.interval": "kubernetes.operator.periodic.savepoint.interval",
	"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age": "kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age",
}
