# METADATA
# title: an upgrade stops a savepoint that is being taken
# description: |
#   The operator waits with an upgrade until a savepoint that is in progress is there. With
#   kubernetes.operator.job.upgrade.ignore-pending-savepoint it does not: the savepoint, perhaps the one that somebody
#   took to be able to go back, is never completed.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO010
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove kubernetes.operator.job.upgrade.ignore-pending-savepoint.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.pending_savepoint_ignored

# AbstractJobReconciler.shouldWaitForPendingSavepoint
report contains finding if {
	input.values["kubernetes.operator.job.upgrade.ignore-pending-savepoint"] == true
	input.state["kubernetes.operator.job.upgrade.ignore-pending-savepoint"] == "explicit"
	finding := {
		"at": "kubernetes.operator.job.upgrade.ignore-pending-savepoint",
		"message": "kubernetes.operator.job.upgrade.ignore-pending-savepoint=\"true\": an upgrade does not wait for a savepoint in progress, which is then never completed; remove it",
	}
}
