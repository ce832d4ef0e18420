package kcfglint.rules.flink_checkpoint.approximate_local_recovery_test

import data.kcfglint.rules.flink_checkpoint.approximate_local_recovery as rule

key := "execution.state-recovery.approximate-local-recovery"

job(on) := {
	"values": {key: on},
	"state": {key: "explicit"},
	"settings": {key: {"written": "execution.checkpointing.approximate-local-recovery", "value": "", "line": 1, "from_default": false}},
}

test_on if {
	rule.report == {{
		"at": key,
		"message": `execution.checkpointing.approximate-local-recovery="true": a task that fails loses what it has done since the last checkpoint, and nothing reads it again; remove it`,
	}} with input as job(true)
}

test_off if rule.report == set() with input as job(false)

test_batch if rule.report == set() with input as job(true) with input.values["execution.runtime-mode"] as "BATCH"
