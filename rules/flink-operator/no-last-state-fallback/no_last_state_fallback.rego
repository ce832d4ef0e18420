# METADATA
# title: an upgrade waits for a savepoint that cannot be taken
# description: |
#   With upgradeMode savepoint the operator falls back to the last checkpoint when a job is not running and no savepoint
#   can be taken. With the fallback off such an upgrade, often the one that mends the job, waits until somebody
#   intervenes. Under upgradeMode last-state operators before 1.10 refuse a resource without high availability.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO002
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-job]
#   remediation: Leave the fallback on, and configure high availability.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.no_last_state_fallback

report contains finding if {
	input.values["kubernetes.operator.job.upgrade.last-state-fallback.enabled"] == false
	input.state["kubernetes.operator.job.upgrade.last-state-fallback.enabled"] == "explicit"
	input.values["job.upgradeMode"] == "savepoint"
	finding := {
		"at": "kubernetes.operator.job.upgrade.last-state-fallback.enabled",
		"message": sprintf(
			"kubernetes.operator.job.upgrade.last-state-fallback.enabled=\"false\": a job that is not running cannot be upgraded under upgradeMode savepoint (line %d), not even to mend it; remove it",
			[input.settings["job.upgradeMode"].line],
		),
	}
}

# DefaultValidator.validateJobSpec of operators before 1.10; their own defaults may name the services.
report contains finding if {
	input.values["job.upgradeMode"] == "last-state"
	input.state["job.upgradeMode"] == "explicit"
	input.values["high-availability.type"] == "NONE"
	input.state["high-availability.type"] in {"absent", "default", "explicit"}
	finding := {
		"at": "job.upgradeMode",
		"consequence": "startup-failure",
		"message": "job.upgradeMode=\"last-state\" without high availability: operators before 1.10 refuse the resource; set high-availability.type=kubernetes and high-availability.storageDir",
	}
}
