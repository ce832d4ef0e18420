# METADATA
# title: a JobManager that restarts forgets where the job was
# description: |
#   Without high availability the JobManager remembers the last checkpoint only while it runs. When its pod is evicted or
#   killed, Kubernetes starts a new one, which runs main() again: from the savepoint that the operator gave it at the last
#   upgrade, or from nothing. The operator since 1.10 finds the last checkpoint by itself for an upgrade, but does not
#   take part in this. A session cluster forgets all its jobs. Set high-availability.type=kubernetes and high-
#   availability.storageDir; with the type alone no JobManager starts.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/#recovery-of-missing-job-deployments
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/ha/kubernetes_ha/
# custom:
#   id: FO005
#   severities: [error, warning]
#   confidence: likely
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set high-availability.type to kubernetes, and high-availability.storageDir to durable storage.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.ha_disabled

import data.kcfglint.lib.jobs

report contains finding if {
	keeps_state
	input.state["high-availability.type"] in {"absent", "default"}
	finding := {"at": "job.upgradeMode", "message": sprintf("high-availability.type is not set: %s", [effect])}
}

report contains finding if {
	keeps_state
	input.state["high-availability.type"] == "explicit"
	input.values["high-availability.type"] == "NONE"
	finding := {
		"at": "high-availability.type",
		"message": sprintf("%s=%q: %s", [input.settings["high-availability.type"].written, input.settings["high-availability.type"].value, effect]),
	}
}

report contains finding if {
	input.kind == "flink-cluster"
	input.state.flinkVersion == "explicit"
	input.state["execution.checkpointing.interval"] == "explicit"
	input.values["high-availability.type"] == "NONE"
	input.state["high-availability.type"] in {"absent", "default", "explicit"}
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.interval",
		"severity": "warning",
		"message": "jobs of this session cluster take checkpoints, but without high availability it forgets them and the jobs when its JobManager restarts; set high-availability.type=kubernetes and high-availability.storageDir",
	}
}

# BlobUtils.createFileSystemBlobStore throws without it.
report contains finding if {
	input.values["high-availability.type"] in {"KUBERNETES", "ZOOKEEPER"}
	input.state["high-availability.type"] == "explicit"
	no_storage
	finding := {
		"at": "high-availability.type",
		"consequence": "startup-failure",
		"message": sprintf(
			"%s=%q without high-availability.storageDir: the JobManager does not start; set it to durable storage",
			[input.settings["high-availability.type"].written, input.settings["high-availability.type"].value],
		),
	}
}

no_storage if input.state["high-availability.storageDir"] == "absent"

no_storage if trim_space(input.values["high-availability.storageDir"]) == ""

keeps_state if {
	input.values["job.upgradeMode"] in {"savepoint", "last-state"}
	input.state["job.upgradeMode"] == "explicit"
	input.state.flinkVersion == "explicit"
	not jobs.batch
}

effect := "a JobManager that restarts runs the job from the savepoint of its last upgrade, or from nothing, and not from its checkpoints; set kubernetes, and high-availability.storageDir"
