# METADATA
# title: each rescaling of the job starts it from nothing
# description: |
#   The autoscaler changes the parallelism of a running job. With upgradeMode stateless, the default, the operator does so
#   by starting the job anew without its state, at its sources' startup mode; with Flink's adaptive scheduler the job
#   restarts from its last checkpoint, and without checkpoints from nothing. Set upgradeMode to savepoint or last-state,
#   and a checkpoint interval. Set pipeline.max-parallelism too: what a job may grow to is fixed with its first state.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/autoscaler/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# custom:
#   id: FO014
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [flink-job]
#   remediation: Set job.upgradeMode to savepoint or last-state, and execution.checkpointing.interval.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.autoscaler_without_durable_state

import data.kcfglint.lib.jobs

report contains finding if {
	scaled
	input.values["job.upgradeMode"] == "stateless"
	input.state["job.upgradeMode"] in {"absent", "default", "explicit"}
	not adaptive
	finding := {
		"at": "job.autoscaler.enabled",
		"message": sprintf(
			"%s=\"true\" under upgradeMode stateless: each rescaling restarts the job from empty state and its sources from their startup mode; set savepoint or last-state",
			[input.settings["job.autoscaler.enabled"].written],
		),
	}
}

report contains finding if {
	scaled
	adaptive
	input.state["execution.checkpointing.interval"] == "absent"
	finding := {
		"at": "job.autoscaler.enabled",
		"message": sprintf(
			"%s=\"true\" without checkpoints: each rescaling by the adaptive scheduler restarts the job from nothing; set execution.checkpointing.interval",
			[input.settings["job.autoscaler.enabled"].written],
		),
	}
}

report contains finding if {
	scaled
	input.state["pipeline.max-parallelism"] in {"absent", "default"}
	finding := {
		"at": "job.autoscaler.enabled",
		"severity": "info",
		"consequence": "stall",
		"message": sprintf(
			"%s=\"true\" without pipeline.max-parallelism: the first parallelism fixes what the job can grow to while it keeps its state; set e.g. 720",
			[input.settings["job.autoscaler.enabled"].written],
		),
	}
}

scaled if {
	input.values["job.autoscaler.enabled"] == true
	input.state["job.autoscaler.enabled"] == "explicit"
	input.values["job.autoscaler.scaling.enabled"] == true
	input.state["job.autoscaler.scaling.enabled"] in {"absent", "default", "explicit"}
	not jobs.batch
}

adaptive if lower(input.values["jobmanager.scheduler"]) == "adaptive"
