# METADATA
# title: one checkpoint is kept, and nothing if it cannot be read
# description: |
#   With execution.checkpointing.num-retained 1, the default, each checkpoint replaces the last one. If the one that is left is
#   damaged, was deleted by a rule of the bucket or holds the state that makes the job fail, there is no older one to go back
#   to. Keep three.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-num-retained
# custom:
#   id: FC010
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.num-retained to 3.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.single_retained_checkpoint

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["execution.checkpointing.num-retained"] == 1
	input.state["execution.checkpointing.num-retained"] == "explicit"
	retained
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.num-retained",
		"message": sprintf("%s=\"1\": if the only checkpoint cannot be read there is no older one; set 3", [input.settings["execution.checkpointing.num-retained"].written]),
	}
}

report contains finding if {
	input.state["execution.checkpointing.num-retained"] in {"absent", "default"}
	input.state["execution.checkpointing.externalized-checkpoint-retention"] == "explicit"
	retained
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.externalized-checkpoint-retention",
		"message": "checkpoints are retained, but only the last one, as execution.checkpointing.num-retained is not set: if it cannot be read there is no older one; set 3",
	}
}

retained if input.values["execution.checkpointing.externalized-checkpoint-retention"] == "RETAIN_ON_CANCELLATION"
