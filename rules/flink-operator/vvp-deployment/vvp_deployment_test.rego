package kcfglint.rules.flink_operator.vvp_deployment_test

import data.kcfglint.rules.flink_operator.vvp_deployment as rule

deployment(restore, upgrade, skips) := {"values": {"@vvp.restore": restore, "@vvp.upgrade": upgrade, "@vvp.skips-state": skips}}

test_restore_none if {
	rule.report == {{
		"at": "@vvp.restore",
		"message": "restoreStrategy.kind=\"NONE\": each start of the deployment begins with empty state and its sources at their startup mode, also after a STATEFUL upgrade; set LATEST_STATE",
	}} with input as deployment("NONE", "STATELESS", false)
}

test_upgrade_stateless if {
	rule.report == {{
		"at": "@vvp.upgrade",
		"message": "upgradeStrategy.kind=\"STATELESS\": a change of the deployment cancels the job without a savepoint, so the new one goes back to an older state or to none; set STATEFUL",
		"severity": "warning",
		"consequence": "duplication",
	}} with input as deployment("LATEST_STATE", "STATELESS", false)
}

test_skips_state if {
	rule.report == {{
		"at": "@vvp.skips-state",
		"message": "restoreStrategy.allowNonRestoredState=\"true\": a restore drops the state of renamed operators without an error, Kafka offsets among it; set it to false or leave it out",
	}} with input as deployment("LATEST_SAVEPOINT", "STATEFUL", true)
}

test_kept if rule.report == set() with input as deployment("LATEST_STATE", "STATEFUL", false)

test_batch if rule.report == set() with input as object.union(deployment("NONE", "STATELESS", false), {"values": {"execution.runtime-mode": "BATCH"}})

test_bounded if rule.report == set() with input as object.union(deployment("NONE", "STATELESS", false), {"values": {"@streaming": false}})
