# METADATA
# title: checkpoints can fail for hours before anybody sees it
# description: |
#   tolerable-failed-checkpoints is the number of checkpoints that may fail one after the other before the job does. With a
#   large one the job is green while no checkpoint succeeds, because the credentials of the storage have expired, say. The
#   restart that comes some day goes back to a state from before, whose offsets the topics may no longer have, and transactions
#   that were open time out and are dropped. Tolerate a few, and alert on the age of the last checkpoint.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-tolerable-failed-checkpoints
# custom:
#   id: FC005
#   severities: [warning, error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.tolerable-failed-checkpoints to at most 10, and alert on the age of the last checkpoint.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.checkpoint_failures_tolerated_unbounded

import data.kcfglint.lib.jobs

report contains finding if {
	input.state["execution.checkpointing.tolerable-failed-checkpoints"] == "explicit"
	tolerated := input.values["execution.checkpointing.tolerable-failed-checkpoints"]
	unbounded(tolerated)
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.tolerable-failed-checkpoints",
		"message": sprintf(
			"execution.checkpointing.tolerable-failed-checkpoints=\"%d\": the job runs on%s without a checkpoint that succeeds, and then restarts from a state that the topics may no longer reach back to; set at most 10",
			[tolerated, lasts(tolerated)],
		),
		"severity": severity,
		"related": [{"at": "execution.checkpointing.interval", "message": "how often one may fail"} | interval],
	}
}

unbounded(tolerated) if tolerated >= 50

unbounded(tolerated) if {
	tolerated > 3
	tolerated * interval > 3600000
}

interval := input.values["execution.checkpointing.interval"] if {
	input.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	input.values["execution.checkpointing.interval"] < 9223372036854775807
}

lasts(tolerated) := sprintf(" for %d min", [round((tolerated * interval) / 60000)]) if tolerated * interval <= 31536000000

lasts(tolerated) := " for ever" if tolerated * interval > 31536000000

lasts(_) := "" if not interval

default severity := "warning"

# Its transactions are aborted in the meantime.
severity := "error" if input.values["@sql.exactly-once"] == true
