package kcfglint.rules.flink_checkpoint.final_checkpoint_disabled_test

import data.kcfglint.rules.flink_checkpoint.final_checkpoint_disabled as rule

key := "execution.checkpointing.checkpoints-after-tasks-finish"

job := {
	"kind": "flink-job",
	"values": {key: false, "execution.runtime-mode": "STREAMING"},
	"state": {key: "explicit"},
	"settings": {key: {"written": $`{key}.enabled`, "value": "false", "line": 1, "from_default": false}},
}

table := {
	"kind": "flink-table",
	"values": {key: false, "execution.runtime-mode": "STREAMING", "@streaming": false, "@sql.role": "sink", "connector": "filesystem"},
	"state": {key: "default"},
	"settings": {},
}

test_off if {
	rule.report == {{
		"at": key,
		"message": `execution.checkpointing.checkpoints-after-tasks-finish.enabled="false": once a task has finished there are no more checkpoints, and what a bounded input ends with is never committed; remove it`,
	}} with input as job
}

test_off_by_default if {
	rule.report == {{
		"at": "connector",
		"message": "the job ends with its input, and this version of Flink takes no checkpoint then: the last of what this table gets is never committed; set execution.checkpointing.checkpoints-after-tasks-finish.enabled=true",
	}} with input as table
}

test_transactions if count(rule.report) == 1 with input as table with input.values.connector as "kafka" with input.values["@transactional"] as true

test_other_sink if rule.report == set() with input as table with input.values.connector as "print"

test_endless if rule.report == set() with input as table with input.values["@streaming"] as true

test_batch if rule.report == set() with input as job with input.values["execution.runtime-mode"] as "BATCH"

test_on if rule.report == set() with input as job with input.values["execution.checkpointing.checkpoints-after-tasks-finish"] as true
