# METADATA
# title: a limit of checkpoints is one that Flink refuses
# description: |
#   Flink refuses a job whose checkpoints may take less than 10 ms or tolerate a negative number of
#   failures.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# custom:
#   id: FC028
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Set a value that Flink takes, or remove the option.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.checkpoint_limits

# CheckpointConfig.setCheckpointTimeout, CheckpointCoordinatorConfiguration.MINIMAL_CHECKPOINT_TIME
report contains refused("execution.checkpointing.timeout", input.settings["execution.checkpointing.timeout"].value, "less than 10 ms", "set e.g. 10 min") if {
	input.state["execution.checkpointing.timeout"] in written
	input.values["execution.checkpointing.timeout"] < 10
}

# CheckpointConfig.setTolerableCheckpointFailureNumber
report contains refused("execution.checkpointing.tolerable-failed-checkpoints", input.settings["execution.checkpointing.tolerable-failed-checkpoints"].value, "less than 0", "set 0 or more") if {
	input.state["execution.checkpointing.tolerable-failed-checkpoints"] in written
	input.values["execution.checkpointing.tolerable-failed-checkpoints"] < 0
}

refused(key, value, limit, mend) := {
	"at": key,
	"message": sprintf("%s=\"%s\": Flink refuses %s and the job does not start; %s", [key, value, limit, mend]),
}

written := {"explicit", "inherited"}
