# METADATA
# title: the job deletes the savepoint that it started from
# description: |
#   With the claim mode CLAIM the restored savepoint or checkpoint belongs to the job, which deletes it as soon as newer
#   checkpoints replace it. A backup that is given as the path is gone after a while, and so is the way back. With LEGACY, which
#   is deprecated, the job never deletes it but goes on needing its files. NO_CLAIM, the default, leaves it alone and does
#   without it after one checkpoint.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/#restore-mode
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-state-recovery-claim-mode
# custom:
#   id: FC016
#   severities: [info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Leave execution.state-recovery.claim-mode at NO_CLAIM.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.claim_mode_claim

report contains finding if {
	input.values["execution.state-recovery.claim-mode"] == "CLAIM"
	input.state["execution.state-recovery.claim-mode"] == "explicit"
	input.state["execution.state-recovery.path"] in {"explicit", "inherited"}
	finding := {
		"at": "execution.state-recovery.claim-mode",
		"message": sprintf(
			"%s: the job deletes what it is restored from, %q (line %d); copy it first if it is a backup, or set NO_CLAIM",
			[mode, restored.value, restored.line],
		),
		"related": [{"at": "execution.state-recovery.path", "message": "what the job is restored from"}],
	}
}

report contains finding if {
	input.values["execution.state-recovery.claim-mode"] == "LEGACY"
	input.state["execution.state-recovery.claim-mode"] == "explicit"
	finding := {
		"at": "execution.state-recovery.claim-mode",
		"message": sprintf("%s: checkpoints go on needing the files of the one that the job is restored from, and whoever deletes it breaks them; set NO_CLAIM", [mode]),
	}
}

restored := input.settings["execution.state-recovery.path"]

written := input.settings["execution.state-recovery.claim-mode"].written

mode := sprintf("%s=%q", [written, input.values["execution.state-recovery.claim-mode"]]) if not startswith(written, "-")

# An option of the command that starts the job.
mode := sprintf("%s %s", [written, lower(input.values["execution.state-recovery.claim-mode"])]) if startswith(written, "-")
