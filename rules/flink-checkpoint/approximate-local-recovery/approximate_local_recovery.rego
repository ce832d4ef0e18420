# METADATA
# title: a failed task is restarted without what it had in work
# description: |
#   With approximate local recovery a failure restarts the failed task and those behind it, while the ones before it go on. What
#   the failed tasks had done since the last checkpoint is lost by design. With unaligned checkpoints Flink refuses the job. The
#   switch is an experiment that Flink does not document. Remove it.
# related_resources:
# - ref: https://issues.apache.org/jira/browse/FLINK-18112
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/task_failure_recovery/
# custom:
#   id: FC019
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove the key.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.approximate_local_recovery

import data.kcfglint.lib.jobs

# CheckpointConfig.enableApproximateLocalRecovery
report contains finding if {
	input.values["execution.state-recovery.approximate-local-recovery"] == true
	input.state["execution.state-recovery.approximate-local-recovery"] == "explicit"
	not jobs.batch
	finding := {
		"at": "execution.state-recovery.approximate-local-recovery",
		"message": sprintf(
			"%s=\"true\": a task that fails loses what it has done since the last checkpoint, and nothing reads it again; remove it",
			[input.settings["execution.state-recovery.approximate-local-recovery"].written],
		),
	}
}
