# METADATA
# title: the state of Flink 1.x may not be restored by 2.x
# description: |
#   Flink does not guarantee that 2.x restores the state of 1.x, and its table of compatible savepoints ends with 1.20. With 2.0
#   came Kryo 5 and serializers of its own for collections, which do not read what their predecessors wrote; connectors and the
#   plans of SQL jobs have changed as well. A job that keeps its state over this upgrade may not start any more, or only with
#   allowNonRestoredState, which drops offsets and state without an error. Only a run with --flink-from or --flink-to reports this.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-2.0/#misc-1
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/upgrading/#compatibility-table
# - ref: https://docs.aws.amazon.com/managed-flink/latest/java/state-compatibility.html
# custom:
#   id: FO015
#   severities: [error]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Restore a savepoint under the new version in a test first; else stop the job, and start the new one from its committed offsets.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.flink_version_jump

import data.kcfglint.lib.jobs

report contains finding if {
	jump
	not jobs.batch
	input.values["job.upgradeMode"] in {"savepoint", "last-state"}
	input.state["job.upgradeMode"] == "explicit"
	finding := {
		"at": "job.upgradeMode",
		"message": $`job.upgradeMode="{input.values["job.upgradeMode"]}" takes the state of Flink {name(input.versions.flink.from)} over to {name(input.versions.flink.version)}, {warning}`,
	}
}

report contains finding if {
	jump
	not jobs.batch
	not jobs.operated # which sets the path by itself: FC015
	input.state["execution.state-recovery.path"] == "explicit"
	trim_space(input.values["execution.state-recovery.path"]) != ""
	finding := {
		"at": "execution.state-recovery.path",
		"message": $`the job starts under Flink {name(input.versions.flink.version)} from a state that {name(input.versions.flink.from)} may have written, {warning}`,
	}
}

report contains finding if {
	jump
	not jobs.batch
	input.values["@vvp.upgrade"] == "STATEFUL"
	finding := {
		"at": "@vvp.upgrade",
		"message": $`upgradeStrategy.kind="STATEFUL" takes the state of Flink {name(input.versions.flink.from)} over to {name(input.versions.flink.version)}, {warning}`,
	}
}

jump if {
	input.versions.flink.from < [2, 0]
	input.versions.flink.version >= [2, 0]
}

warning := "and 2.x does not guarantee to read the state of 1.x: what Kryo has written is lost to it; test the restore, or start anew from the committed offsets"

name(version) := concat(".", [format_int(part, 10) | some part in version])
