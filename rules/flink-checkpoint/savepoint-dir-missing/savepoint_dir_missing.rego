# METADATA
# title: there is no place for savepoints
# description: |
#   A job is stopped for an upgrade or in an incident with a savepoint. Without a directory in the configuration Flink refuses
#   to, unless one is given with the command, and who is in a hurry then cancels the job without. Set
#   execution.checkpointing.savepoint-dir (state.savepoints.dir before 1.20) beside the checkpoint directory.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-savepoint-dir
# custom:
#   id: FC011
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster]
#   remediation: Set execution.checkpointing.savepoint-dir, state.savepoints.dir before Flink 1.20.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.savepoint_dir_missing

import data.kcfglint.lib.jobs

report contains finding if {
	input.state["execution.checkpointing.dir"] == "explicit"
	input.state["execution.checkpointing.savepoint-dir"] == "absent"
	input.complete == "full"
	not operated
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf(
			"%s is set, but no directory for savepoints: a job cannot be stopped with one unless the command names a place; set %s",
			[input.settings["execution.checkpointing.dir"].written, name],
		),
	}
}

# What Flink's operator asks for depends on the upgrade mode: FO004.
operated if input.state.flinkVersion in {"explicit", "inherited", "unknown"}

default name := "execution.checkpointing.savepoint-dir"

name := "state.savepoints.dir" if startswith(input.settings["execution.checkpointing.dir"].written, "state.")
