# METADATA
# title: Checkpoints are deleted when the job ends
# description: |
#   Flink deletes the checkpoints of a job that is cancelled or that ends as FAILED, unless they are to be retained. Somebody
#   cancels the job, or its restarts are used up, and it can only begin again at the startup mode of its sources. Set
#   execution.checkpointing.externalized-checkpoint-retention to RETAIN_ON_CANCELLATION. The Kubernetes operator does so itself.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/#retained-checkpoints
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# custom:
#   id: FC009
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.externalized-checkpoint-retention to RETAIN_ON_CANCELLATION.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.checkpoints_not_retained

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["execution.checkpointing.externalized-checkpoint-retention"] == "NO_EXTERNALIZED_CHECKPOINTS"
	input.state["execution.checkpointing.externalized-checkpoint-retention"] == "explicit"
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.externalized-checkpoint-retention",
		"message": "execution.checkpointing.externalized-checkpoint-retention=\"NO_EXTERNALIZED_CHECKPOINTS\": a job that is cancelled or fails for good leaves no checkpoint; set RETAIN_ON_CANCELLATION",
	}
}

report contains finding if {
	input.values["execution.checkpointing.externalized-checkpoint-retention"] == "DELETE_ON_CANCELLATION"
	input.state["execution.checkpointing.externalized-checkpoint-retention"] == "explicit"
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.externalized-checkpoint-retention",
		"message": "execution.checkpointing.externalized-checkpoint-retention=\"DELETE_ON_CANCELLATION\": a job that is cancelled by mistake leaves no checkpoint; RETAIN_ON_CANCELLATION keeps it",
		"severity": "info",
	}
}

report contains finding if {
	input.values["execution.checkpointing.externalized-checkpoint-retention"] == "NO_EXTERNALIZED_CHECKPOINTS"
	input.state["execution.checkpointing.externalized-checkpoint-retention"] == "default"
	input.values["execution.checkpointing.interval"] >= 10
	input.values["execution.checkpointing.dir"]
	here
	not managed
	not script
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.externalized-checkpoint-retention",
		"message": "execution.checkpointing.externalized-checkpoint-retention is not set: a job that is cancelled or fails for good leaves no checkpoint; set RETAIN_ON_CANCELLATION",
		"related": [{"at": "execution.checkpointing.dir", "message": "the checkpoints that are deleted"}],
	}
}

# Where checkpoints are switched on or get their place, the retention is missing beside it.
here if input.state["execution.checkpointing.dir"] == "explicit"

here if input.state["execution.checkpointing.interval"] == "explicit"

# The operator retains the checkpoints of the jobs of a session cluster too.
managed if input.state.flinkVersion in {"explicit", "inherited", "unknown"}

# What the cluster of a script sets is not known unless it is in view.
script if {
	input.dialect == "flink-sql"
	input.state["@file"] != "inherited"
}
