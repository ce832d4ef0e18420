# METADATA
# title: unaligned checkpoints do not go with at-least-once or several checkpoints at a time
# description: |
#   Unaligned checkpoints need exactly-once and one checkpoint at a time. With
#   execution.checkpointing.max-concurrent-checkpoints above one Flink refuses the job; with the mode AT_LEAST_ONCE it
#   switches unaligned checkpoints off with no more than a log message. Remove max-concurrent-checkpoints, or the mode.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpointing_under_backpressure/#limitations
# custom:
#   id: FC020
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove execution.checkpointing.max-concurrent-checkpoints and the mode AT_LEAST_ONCE.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.unaligned_misuse

# CheckpointCoordinatorConfiguration
report contains finding if {
	checkpointing
	unaligned
	input.values["execution.checkpointing.mode"] == "EXACTLY_ONCE"
	concurrent := input.values["execution.checkpointing.max-concurrent-checkpoints"]
	concurrent > 1
	finding := {
		"at": "execution.checkpointing.max-concurrent-checkpoints",
		"message": sprintf(
			"execution.checkpointing.max-concurrent-checkpoints=\"%d\" with unaligned checkpoints (line %d): Flink takes one at a time with them and refuses the job; remove it",
			[concurrent, line],
		),
		"related": related,
	}
}

report contains finding if {
	unaligned
	input.values["execution.checkpointing.mode"] == "AT_LEAST_ONCE"
	input.state["execution.checkpointing.mode"] in {"explicit", "inherited"}
	finding := {
		"at": "execution.checkpointing.unaligned.enabled",
		"severity": "warning",
		"consequence": "ignored",
		"message": "unaligned checkpoints are switched off under execution.checkpointing.mode=\"AT_LEAST_ONCE\", so checkpoints still wait under backpressure; remove the mode",
		"related": [{"at": "execution.checkpointing.mode", "message": "the mode"}],
	}
}

# CheckpointConfig.configure and CheckpointConfig.setMaxConcurrentCheckpoints, whether there is an interval or not
report contains finding if {
	concurrent := input.values["execution.checkpointing.max-concurrent-checkpoints"]
	concurrent < 1
	finding := {
		"at": "execution.checkpointing.max-concurrent-checkpoints",
		"message": sprintf("execution.checkpointing.max-concurrent-checkpoints=\"%d\": Flink refuses less than 1; remove it", [concurrent]),
	}
}

checkpointing if input.state["execution.checkpointing.interval"] in {"explicit", "inherited", "unknown"}

unaligned if {
	input.values["execution.checkpointing.unaligned.enabled"] == true
	input.state["execution.checkpointing.unaligned.enabled"] in {"explicit", "inherited"}
}

line := input.settings["execution.checkpointing.unaligned.enabled"].line

related := [{"at": "execution.checkpointing.unaligned.enabled", "message": "unaligned checkpoints are switched on here"}]
