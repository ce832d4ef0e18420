# METADATA
# title: no checkpoints are taken between upgrades
# description: |
#   Under upgradeMode savepoint the operator takes a savepoint at each upgrade but does not switch checkpoints on; only
#   for last-state it sets an interval of 5 minutes. Without one, a job that fails between two upgrades starts again from
#   the savepoint of the last one: weeks are read and written again, or, where the topics no longer hold them, lost. Set
#   execution.checkpointing.interval.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# custom:
#   id: FO003
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-job]
#   supersedes: [FC001]
#   remediation: Set execution.checkpointing.interval, for example to 60s.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.savepoint_mode_without_interval

import data.kcfglint.lib.jobs

# FlinkConfigBuilder.applyJobConfig sets an interval for last-state only.
report contains finding if {
	input.values["job.upgradeMode"] == "savepoint"
	input.state["job.upgradeMode"] == "explicit"
	input.state["execution.checkpointing.interval"] == "absent"
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf(
			"job.upgradeMode=\"savepoint\" (line %d) switches no checkpoints on: %sa job that fails starts again from the savepoint of its last upgrade, or from nothing; set execution.checkpointing.interval, e.g. to 60s",
			[input.settings["job.upgradeMode"].line, unless],
		),
		"related": [{"at": "job.upgradeMode", "message": "the upgrade mode"}],
	}
}

default unless := ""

# StreamExecutionEnvironment.enableCheckpointing
unless := "unless its code does, " if input.code_may_set
