package kcfglint.rules.flink_checkpoint.claim_mode_claim_test

import data.kcfglint.rules.flink_checkpoint.claim_mode_claim as rule

setting(key, value) := {"written": key, "value": value, "line": 1, "from_default": false}

job(mode) := {
	"values": {"execution.state-recovery.claim-mode": mode},
	"state": {"execution.state-recovery.claim-mode": "explicit", "execution.state-recovery.path": "explicit"},
	"settings": {
		"execution.state-recovery.claim-mode": setting("execution.savepoint-restore-mode", mode),
		"execution.state-recovery.path": setting("execution.savepoint.path", "s3://a/savepoint-1"),
	},
}

test_claim if {
	rule.report == {{
		"at": "execution.state-recovery.claim-mode",
		"message": `execution.savepoint-restore-mode="CLAIM": the job deletes what it is restored from, "s3://a/savepoint-1" (line 1); copy it first if it is a backup, or set NO_CLAIM`,
		"related": [{"at": "execution.state-recovery.path", "message": "what the job is restored from"}],
	}} with input as job("CLAIM")
}

test_legacy if {
	rule.report == {{
		"at": "execution.state-recovery.claim-mode",
		"message": `execution.savepoint-restore-mode="LEGACY": checkpoints go on needing the files of the one that the job is restored from, and whoever deletes it breaks them; set NO_CLAIM`,
	}} with input as job("LEGACY")
}

test_claim_without_a_path if rule.report == set() with input as job("CLAIM") with input.state["execution.state-recovery.path"] as "absent"

test_no_claim if rule.report == set() with input as job("NO_CLAIM")
