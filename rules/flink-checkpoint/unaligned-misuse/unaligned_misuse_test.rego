package kcfglint.rules.flink_checkpoint.unaligned_misuse_test

import data.kcfglint.rules.flink_checkpoint.unaligned_misuse as rule

cluster(mode, concurrent) := {
	"values": {
		"execution.checkpointing.mode": mode,
		"execution.checkpointing.max-concurrent-checkpoints": concurrent,
		"execution.checkpointing.unaligned.enabled": true,
	},
	"state": {
		"execution.checkpointing.interval": "explicit",
		"execution.checkpointing.mode": "explicit",
		"execution.checkpointing.unaligned.enabled": "explicit",
	},
	"settings": {"execution.checkpointing.unaligned.enabled": {
		"written": "execution.checkpointing.unaligned.enabled",
		"value": "true",
		"line": 3,
		"from_default": false,
	}},
}

test_several_at_a_time if {
	rule.report == {{
		"at": "execution.checkpointing.max-concurrent-checkpoints",
		"message": `execution.checkpointing.max-concurrent-checkpoints="2" with unaligned checkpoints (line 3): Flink takes one at a time with them and refuses the job; remove it`,
		"related": [{"at": "execution.checkpointing.unaligned.enabled", "message": "unaligned checkpoints are switched on here"}],
	}} with input as cluster("EXACTLY_ONCE", 2)
}

test_at_least_once if {
	rule.report == {{
		"at": "execution.checkpointing.unaligned.enabled",
		"severity": "warning",
		"consequence": "ignored",
		"message": `unaligned checkpoints are switched off under execution.checkpointing.mode="AT_LEAST_ONCE", so checkpoints still wait under backpressure; remove the mode`,
		"related": [{"at": "execution.checkpointing.mode", "message": "the mode"}],
	}} with input as cluster("AT_LEAST_ONCE", 2)
}

test_none_at_a_time if {
	rule.report == {{
		"at": "execution.checkpointing.max-concurrent-checkpoints",
		"message": `execution.checkpointing.max-concurrent-checkpoints="0": Flink refuses less than 1; remove it`,
	}} with input as cluster("EXACTLY_ONCE", 0)
}

test_one_at_a_time if rule.report == set() with input as cluster("EXACTLY_ONCE", 1)

test_no_checkpoints if {
	rule.report == set() with input as cluster("EXACTLY_ONCE", 2)
		with input.state["execution.checkpointing.interval"] as "absent"
}
