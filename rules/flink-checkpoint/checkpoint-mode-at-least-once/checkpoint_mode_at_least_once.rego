# METADATA
# title: Checkpoints of mode AT_LEAST_ONCE count records twice after a failure
# description: |
#   In mode AT_LEAST_ONCE an operator keeps processing while it waits for the barriers of its other inputs, so a checkpoint
#   holds records that are read again after a restore: counts and sums are too high, and what an exactly-once sink commits
#   holds duplicates. Use EXACTLY_ONCE, with unaligned checkpoints where backpressure makes alignment slow.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpointing_under_backpressure/
# custom:
#   id: FC003
#   severities: [warning, error]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Set execution.checkpointing.mode to EXACTLY_ONCE.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.checkpoint_mode_at_least_once

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["execution.checkpointing.mode"] == "AT_LEAST_ONCE"
	input.state["execution.checkpointing.mode"] == "explicit"
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.mode",
		"message": "execution.checkpointing.mode=\"AT_LEAST_ONCE\": after a failure records that are already in the state are processed again, so aggregates count them twice; set EXACTLY_ONCE",
	}
}

report contains finding if {
	input.values["execution.checkpointing.mode"] == "AT_LEAST_ONCE"
	input.values["sink.delivery-guarantee"] == "exactly-once"
	input.state["sink.delivery-guarantee"] == "explicit"
	input.values["@sql.role"] in {"sink", "both"}
	not jobs.batch
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\", but execution.checkpointing.mode=\"AT_LEAST_ONCE\" processes records again after a failure and commits them twice; set EXACTLY_ONCE",
		"severity": "error",
		"related": [{
			"at": "execution.checkpointing.mode",
			"message": "the mode of the job's checkpoints",
		}],
	}
}
