# METADATA
# title: a limit of checkpoints or of parallelism is one that Flink refuses
# description: |
#   Flink refuses a job whose checkpoints may take less than 10 ms or tolerate a negative number of failures, whose
#   checkpoints or savepoints go to a path without a scheme, or whose parallelism is 0 or above what state can be divided into.
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

# ExecutionConfig.setParallelism; -1 leaves it to the cluster
report contains refused("parallelism.default", input.settings["parallelism.default"].value, "less than 1", "set 1 or more") if {
	input.state["parallelism.default"] in written
	number := input.values["parallelism.default"]
	number < 1
	number != -1
}

# ExecutionConfig.setMaxParallelism and OperatorValidationUtils.validateMaxParallelism
report contains refused("pipeline.max-parallelism", input.settings["pipeline.max-parallelism"].value, "less than 1 and more than 32768", "set a number between, or remove it") if {
	input.state["pipeline.max-parallelism"] in written
	number := input.values["pipeline.max-parallelism"]
	outside(number, 1, 32768)
}

outside(number, low, _) if number < low

outside(number, _, high) if number > high

# ExternalizedSnapshotLocation.validatePath
report contains refused("execution.checkpointing.dir", input.settings["execution.checkpointing.dir"].value, "a path without a scheme", "begin it with e.g. s3:// or file://") if {
	input.state["execution.checkpointing.dir"] in written
	no_scheme(input.values["execution.checkpointing.dir"])
}

report contains refused("execution.checkpointing.savepoint-dir", input.settings["execution.checkpointing.savepoint-dir"].value, "a path without a scheme", "begin it with e.g. s3:// or file://") if {
	input.state["execution.checkpointing.savepoint-dir"] in written
	no_scheme(input.values["execution.checkpointing.savepoint-dir"])
}

report contains refused("execution.checkpointing.dir", input.settings["execution.checkpointing.dir"].value, "the root of a file system", "name a directory below it") if {
	input.state["execution.checkpointing.dir"] in written
	root(input.values["execution.checkpointing.dir"])
}

report contains refused("execution.checkpointing.savepoint-dir", input.settings["execution.checkpointing.savepoint-dir"].value, "the root of a file system", "name a directory below it") if {
	input.state["execution.checkpointing.savepoint-dir"] in written
	root(input.values["execution.checkpointing.savepoint-dir"])
}

root(path) if regex.match(`^\s*[A-Za-z][A-Za-z0-9+.-]*://[^/]*/*\s*$`, path)

# org.apache.flink.core.fs.Path: the scheme is what stands before the first colon, if no slash does
no_scheme(path) if {
	trim_space(path) != ""
	not regex.match(`^\s*[A-Za-z][A-Za-z0-9+.-]*:`, path)
}

# StreamExecutionEnvironment.configure, CheckpointConfig.configure and ExecutionConfig.configure ask for milliseconds, where a duration of Flink 2.0 may hold more.
report contains refused(key, value, "more milliseconds than 64 bits hold", "set less") if some key, value in too_long

too_long["execution.buffer-timeout.interval"] := input.settings["execution.buffer-timeout.interval"].value if {
	input.values["execution.buffer-timeout.interval"] >= most_millis
	input.values["execution.buffer-timeout.enabled"] == true
}

too_long["execution.checkpointing.aligned-checkpoint-timeout"] := input.settings["execution.checkpointing.aligned-checkpoint-timeout"].value if input.values["execution.checkpointing.aligned-checkpoint-timeout"] >= most_millis

too_long["execution.checkpointing.interval"] := input.settings["execution.checkpointing.interval"].value if input.values["execution.checkpointing.interval"] >= most_millis

too_long["execution.checkpointing.interval-during-backlog"] := input.settings["execution.checkpointing.interval-during-backlog"].value if input.values["execution.checkpointing.interval-during-backlog"] >= most_millis

too_long["execution.checkpointing.timeout"] := input.settings["execution.checkpointing.timeout"].value if input.values["execution.checkpointing.timeout"] >= most_millis

too_long["execution.checkpointing.min-pause"] := input.settings["execution.checkpointing.min-pause"].value if input.values["execution.checkpointing.min-pause"] >= most_millis

too_long["metrics.latency.interval"] := input.settings["metrics.latency.interval"].value if input.values["metrics.latency.interval"] >= most_millis

too_long["task.cancellation.interval"] := input.settings["task.cancellation.interval"].value if input.values["task.cancellation.interval"] >= most_millis

too_long["task.cancellation.timeout"] := input.settings["task.cancellation.timeout"].value if input.values["task.cancellation.timeout"] >= most_millis

# Long.MAX_VALUE, which also stands for what is longer
most_millis := 9223372036854775807

refused(key, value, limit, mend) := {
	"at": key,
	"message": sprintf("%s=\"%s\": Flink refuses %s and the job does not start; %s", [key, value, limit, mend]),
}

written := {"explicit", "inherited"}
