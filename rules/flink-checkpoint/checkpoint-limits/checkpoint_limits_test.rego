package kcfglint.rules.flink_checkpoint.checkpoint_limits_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_limits as rule

job(key, value, written) := {
	"values": {key: value},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": written, "line": 1, "from_default": false}},
}

test_timeout if {
	rule.report == {{
		"at": "execution.checkpointing.timeout",
		"message": `execution.checkpointing.timeout="9 ms": Flink refuses less than 10 ms and the job does not start; set e.g. 10 min`,
	}} with input as job("execution.checkpointing.timeout", 9, "9 ms")
	rule.report == set() with input as job("execution.checkpointing.timeout", 10, "10 ms")
}

test_failures if {
	{f.at | some f in rule.report} == {"execution.checkpointing.tolerable-failed-checkpoints"} with input as job("execution.checkpointing.tolerable-failed-checkpoints", -1, "-1")
	rule.report == set() with input as job("execution.checkpointing.tolerable-failed-checkpoints", 0, "0")
}
