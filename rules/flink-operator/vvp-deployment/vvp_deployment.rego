# METADATA
# title: a deployment of the Ververica Platform starts without its state
# description: |
#   Whenever the platform starts a deployment, restoreStrategy says from which state: with NONE from none, so that each start
#   button, each change and each recovery of the platform begins with an empty job and sources at their startup mode. With
#   upgradeStrategy STATELESS a change cancels the job without a savepoint, so that the new one goes back to an older state,
#   if to any. With allowNonRestoredState, state that no operator claims is dropped, Kafka offsets among it.
# related_resources:
# - ref: https://docs.ververica.com/vvp/user-guide/application-operations/deployments/deployment-upgrades
# custom:
#   id: FO016
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-job]
#   remediation: Set restoreStrategy to LATEST_STATE and upgradeStrategy to STATEFUL.
#   since: "0.3.0"
package kcfglint.rules.flink_operator.vvp_deployment

import data.kcfglint.lib.jobs

report contains finding if {
	forgets
	not jobs.batch
	finding := {
		"at": "@vvp.restore",
		"message": "restoreStrategy.kind=\"NONE\": each start of the deployment begins with empty state and its sources at their startup mode, also after a STATEFUL upgrade; set LATEST_STATE",
	}
}

report contains finding if {
	input.values["@vvp.upgrade"] == "STATELESS"
	not forgets
	not jobs.batch
	finding := {
		"at": "@vvp.upgrade",
		"message": "upgradeStrategy.kind=\"STATELESS\": a change of the deployment cancels the job without a savepoint, so the new one goes back to an older state or to none; set STATEFUL",
		"severity": "warning",
		"consequence": "duplication",
	}
}

report contains finding if {
	input.values["@vvp.skips-state"] == true
	finding := {
		"at": "@vvp.skips-state",
		"message": "restoreStrategy.allowNonRestoredState=\"true\": a restore drops the state of renamed operators without an error, Kafka offsets among it; set it to false or leave it out",
	}
}

forgets if input.values["@vvp.restore"] == "NONE"
