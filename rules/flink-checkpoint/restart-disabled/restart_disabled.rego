# METADATA
# title: The restart strategy is none, so the first failure ends the job
# description: |
#   With restart-strategy.type none (off, disable) a single failed request to a broker ends the job as FAILED. It reads nothing
#   until somebody starts it again, and what the topics' retention deletes in the meantime is lost. With checkpointing on,
#   leave the key out: Flink then retries without end, up to 1.18 with a fixed and from 1.19 on with a growing delay.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/task_failure_recovery/
# custom:
#   id: FC012
#   severities: [error, info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove restart-strategy.type, or set it to exponential-delay.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.restart_disabled

import data.kcfglint.lib.jobs

report contains finding if {
	disabled
	not supervised
	finding := {
		"at": "restart-strategy.type",
		"message": sprintf("%s: the first failure ends the job, and the retention of its topics may run out before it is started again; remove the key or set exponential-delay", [setting]),
	}
}

report contains finding if {
	disabled
	supervised
	finding := {
		"at": "restart-strategy.type",
		"message": sprintf("%s: each failure ends the job and leaves the restart to the operator, which is slower than Flink's own; remove the key or set exponential-delay", [setting]),
		"severity": "info",
		"related": [{
			"at": "kubernetes.operator.job.restart.failed",
			"message": "the operator starts failed jobs again",
		}],
	}
}

disabled if {
	input.state["restart-strategy.type"] == "explicit"
	input.values["restart-strategy.type"] == "none"
	not jobs.batch
}

supervised if input.values["kubernetes.operator.job.restart.failed"] == true

setting := sprintf("%s=%q", [
	input.settings["restart-strategy.type"].written,
	input.settings["restart-strategy.type"].value,
])
