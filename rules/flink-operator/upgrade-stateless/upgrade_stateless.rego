# METADATA
# title: Every change of the resource restarts the job from empty state
# description: |
#   With upgradeMode stateless, the default, the operator cancels the job at any change of its spec (an image, a limit, a restartNonce)
#   and starts it anew without checkpoint or savepoint. State is gone, and the Kafka sources begin at their startup mode: latest skips
#   what was written in between, earliest repeats everything. Set upgradeMode to savepoint, or to last-state with high
#   availability.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/#stateful-and-stateless-application-upgrades
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/#jobspec
# custom:
#   id: FO001
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-job]
#   remediation: Set job.upgradeMode to savepoint or last-state.
#   since: "0.1.0"
package kcfglint.rules.flink_operator.upgrade_stateless

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["job.upgradeMode"] == "stateless"
	input.state["job.upgradeMode"] == "explicit"
	not jobs.batch
	finding := object.union(
		{
			"at": "job.upgradeMode",
			"message": sprintf("job.upgradeMode=\"stateless\": any change of the resource restarts the job from empty state%s; set savepoint or last-state", [effect]),
		},
		level,
	)
}

# Code cannot set it, so that the finding is at the job and not at a key that is not written.
report contains finding if {
	input.state["job.upgradeMode"] in {"absent", "default"}
	input.state["@job"] == "explicit"
	not jobs.batch
	finding := object.union(
		{
			"at": {"key": "@job", "part": "key"},
			"message": sprintf("job.upgradeMode is not set and is stateless: any change of the resource restarts the job from empty state%s; set savepoint or last-state", [effect]),
		},
		level,
	)
}

# A job that takes checkpoints is meant to keep what is in them.
checkpoints contains "execution.checkpointing.interval" if input.settings["execution.checkpointing.interval"]

checkpoints contains "execution.checkpointing.dir" if input.settings["execution.checkpointing.dir"]

effect := ", although it takes checkpoints, and its sources from their startup mode" if checkpoints != set()

effect := ", and its sources from their startup mode" if checkpoints == set()

level := {"related": [{"at": key, "message": "checkpoints that are not restored"} | some key in checkpoints]} if checkpoints != set()

level := {"related": [{"at": "@job.kafka", "message": "Kafka, whose offsets are part of the state"}]} if {
	checkpoints == set()
	kafka
}

level := {"severity": "warning"} if {
	checkpoints == set()
	not kafka
}

kafka if input.values["@job.kafka"] == true
