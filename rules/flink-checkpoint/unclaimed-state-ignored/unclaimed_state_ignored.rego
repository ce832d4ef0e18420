# METADATA
# title: State that no operator claims is dropped at a restore
# description: |
#   A restore normally fails when the savepoint or checkpoint holds state that no operator of the job claims, because an
#   operator or its uid was renamed. With this switch the state is dropped without an error: the offsets of a renamed Kafka source
#   among it, so the source starts at its startup mode and skips or repeats records. Set it to false, and allow it for one
#   restore at a time, on the command line.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/
# custom:
#   id: FC014
#   aliases: [FO008, allow-non-restored]
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set it to false, and allow unclaimed state on the command line for the one restore that needs it.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.unclaimed_state_ignored

report contains finding if {
	input.state["execution.state-recovery.ignore-unclaimed-state"] == "explicit"
	input.values["execution.state-recovery.ignore-unclaimed-state"] == true
	finding := {
		"at": "execution.state-recovery.ignore-unclaimed-state",
		"message": message(input.settings["execution.state-recovery.ignore-unclaimed-state"].written),
	}
}

# The operator sets the key from this field, over what the configuration says.
report contains finding if {
	input.state["job.allowNonRestoredState"] == "explicit"
	input.values["job.allowNonRestoredState"] == true
	finding := {
		"at": "job.allowNonRestoredState",
		"message": message("job.allowNonRestoredState"),
	}
}

message(written) := sprintf("%s=\"true\"%s; set false", [written, dropped]) if not startswith(written, "-")

# An argument of the command that starts the job.
message(written) := sprintf("%s%s; leave it out", [written, dropped]) if startswith(written, "-")

dropped := ": a restore drops the state of renamed operators without an error, Kafka offsets among it, and the source starts at its startup mode"
