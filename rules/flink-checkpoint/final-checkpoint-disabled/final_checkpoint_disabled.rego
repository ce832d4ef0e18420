# METADATA
# title: the end of a bounded input is never committed
# description: |
#   With execution.checkpointing.checkpoints-after-tasks-finish false, which was the default of Flink 1.14, there are no
#   checkpoints any more as soon as one task has finished, and none at the end. What was written since the last one is not
#   committed: the last transaction of a Kafka sink and the last files of a filesystem sink are lost, and a job that reads a
#   bounded source beside an endless one runs on without checkpoints. Leave the key out.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/#checkpointing-with-parts-of-the-graph-finished
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-1.15/
# custom:
#   id: FC017
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Remove execution.checkpointing.checkpoints-after-tasks-finish, or set it to true.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.final_checkpoint_disabled

# DefaultCheckpointPlanCalculator.calculateCheckpointPlan
report contains finding if {
	input.kind != "flink-table"
	input.values["execution.checkpointing.checkpoints-after-tasks-finish"] == false
	input.state["execution.checkpointing.checkpoints-after-tasks-finish"] == "explicit"
	input.values["execution.runtime-mode"] != "BATCH"
	finding := {
		"at": "execution.checkpointing.checkpoints-after-tasks-finish",
		"message": sprintf(
			"%s=\"false\": once a task has finished there are no more checkpoints, and what a bounded input ends with is never committed; remove it",
			[input.settings["execution.checkpointing.checkpoints-after-tasks-finish"].written],
		),
	}
}

report contains finding if {
	input.values["@streaming"] == false
	input.values["execution.runtime-mode"] != "BATCH"
	input.state["execution.checkpointing.checkpoints-after-tasks-finish"] == "default"
	input.values["execution.checkpointing.checkpoints-after-tasks-finish"] == false
	input.values["@sql.role"] in {"sink", "both"}
	commits
	finding := {
		"at": "connector",
		"message": "the job ends with its input, and this version of Flink takes no checkpoint then: the last of what this table gets is never committed; set execution.checkpointing.checkpoints-after-tasks-finish.enabled=true",
	}
}

commits if input.values.connector == "filesystem"

commits if input.values["@transactional"] == true
