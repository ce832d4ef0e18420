# METADATA
# title: standby JobManagers need high availability
# description: |
#   A second JobManager can take over only if it learns who leads and where the last checkpoint is. Without high
#   availability the operator rejects a resource with jobManager.replicas above 1.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/#jobmanagerspec
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/ha/kubernetes_ha/
# custom:
#   id: FO013
#   severities: [error]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Set high-availability.type to kubernetes, and high-availability.storageDir to durable storage.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.jm_replicas_without_ha

# DefaultValidator.validateJmReplicas; the operator's own defaults may name the services.
report contains finding if {
	input.values["jobManager.replicas"] > 1
	input.state["jobManager.replicas"] == "explicit"
	input.values["high-availability.type"] == "NONE"
	input.state["high-availability.type"] in {"absent", "default", "explicit"}
	finding := {
		"at": "jobManager.replicas",
		"message": sprintf(
			"jobManager.replicas=\"%d\" without high availability: the operator rejects the resource; set high-availability.type=kubernetes and high-availability.storageDir",
			[input.values["jobManager.replicas"]],
		),
	}
}
