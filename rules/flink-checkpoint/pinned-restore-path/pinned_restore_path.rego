# METADATA
# title: each start goes back to the same savepoint
# description: |
#   execution.state-recovery.path (execution.savepoint.path before 1.20) is the savepoint or checkpoint that a job starts from.
#   In a file that is kept it is the start of every submission to come: weeks later the job goes back to it, does the work since
#   then once more, and reads from offsets that the topics may no longer have. Flink's operator removes the key and starts from
#   spec.job.initialSavepointPath. Give the path with the command of the one start that it is for. The command of a container that
#   runs the application itself (standalone-job --fromSavepoint) is run again after each failure of the JobManager: without high
#   availability, which knows a newer checkpoint, that one start is every start.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-state-recovery-path
# custom:
#   id: FC015
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove it, and give the path with the command that starts the job.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.pinned_restore_path

import data.kcfglint.lib.jobs

report contains finding if {
	written
	not jobs.operated
	not argument
	finding := {
		"at": "execution.state-recovery.path",
		"message": sprintf("%s: each start from this configuration goes back to that state and does the work since then again; give it with the command of the one start", [setting]),
	}
}

# ClusterEntrypoint.main of the container; bin/flink run hands its job over once, and what runs it again is not to be seen.
report contains finding if {
	written
	argument
	input.kind == "flink-cluster"
	input.values["high-availability.type"] == "NONE"
	input.state["high-availability.type"] in {"absent", "default", "explicit", "inherited"}
	finding := {
		"at": "execution.state-recovery.path",
		"message": sprintf(
			"%s %s: without high availability each restart of this container goes back to that state and does the work since then again; set high-availability.type, or leave it out after the first start",
			[input.settings["execution.state-recovery.path"].written, input.settings["execution.state-recovery.path"].value],
		),
	}
}

# ApplicationReconciler.deploy and SessionJobReconciler.deploy of the operator
report contains finding if {
	written
	jobs.operated
	input.state["@job"] in {"explicit", "inherited"}
	finding := {
		"at": "execution.state-recovery.path",
		"message": sprintf("%s has no effect: the operator sets the path by itself; for the first start set spec.job.initialSavepointPath", [setting]),
		"consequence": "ignored",
	}
}

written if {
	input.state["execution.state-recovery.path"] == "explicit"
	trim_space(input.values["execution.state-recovery.path"]) != ""
}

# An option of the command that starts the job.
argument if startswith(input.settings["execution.state-recovery.path"].written, "-")

setting := sprintf("%s=%q", [
	input.settings["execution.state-recovery.path"].written,
	input.settings["execution.state-recovery.path"].value,
])
