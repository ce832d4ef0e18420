# METADATA
# title: keys that the operator refuses or that come too late
# description: |
#   The operator names clusters itself: a FlinkDeployment with kubernetes.cluster-id, kubernetes.namespace or, from 1.4
#   on, high-availability.cluster-id in its configuration is rejected. A FlinkSessionJob is handed to a cluster that runs
#   already, so that what its configuration says of processes, memory, slots and high availability has no effect; it
#   belongs to the FlinkDeployment.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/overview/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO011
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove the key, or write it into the FlinkDeployment of the session cluster.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.forbidden_or_ineffective_keys

# DefaultValidator.FORBIDDEN_CONF_KEYS
report contains forbidden("kubernetes.cluster-id") if {
	deployment
	input.state["kubernetes.cluster-id"] == "explicit"
}

report contains forbidden("kubernetes.namespace") if {
	deployment
	input.state["kubernetes.namespace"] == "explicit"
}

report contains forbidden("high-availability.cluster-id") if {
	deployment
	input.state["high-availability.cluster-id"] == "explicit"
}

report contains late("taskmanager.numberOfTaskSlots") if {
	session_job
	input.state["taskmanager.numberOfTaskSlots"] == "explicit"
}

report contains late("taskmanager.memory.process.size") if {
	session_job
	input.state["taskmanager.memory.process.size"] == "explicit"
}

report contains late("jobmanager.memory.process.size") if {
	session_job
	input.state["jobmanager.memory.process.size"] == "explicit"
}

report contains late("high-availability.type") if {
	session_job
	input.state["high-availability.type"] == "explicit"
}

report contains late("high-availability.storageDir") if {
	session_job
	input.state["high-availability.storageDir"] == "explicit"
}

deployment if {
	input.dialect == "flink-operator"
	input.settings.flinkVersion
	input.state.flinkVersion != "inherited"
}

session_job if input.settings["@session"]

forbidden(key) := {
	"at": key,
	"message": sprintf("%s in flinkConfiguration: the operator sets it itself and rejects the resource; remove it", [key]),
}

late(key) := {
	"at": key,
	"severity": "warning",
	"consequence": "ignored",
	"message": sprintf("%s of a FlinkSessionJob has no effect, as the session cluster runs already; write it into the FlinkDeployment", [key]),
}
