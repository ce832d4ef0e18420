package kcfglint.rules.flink_checkpoint.single_retained_checkpoint_test

import data.kcfglint.rules.flink_checkpoint.single_retained_checkpoint as rule

job(state) := {
	"values": {
		"execution.checkpointing.num-retained": 1,
		"execution.checkpointing.externalized-checkpoint-retention": "RETAIN_ON_CANCELLATION",
	},
	"state": {
		"execution.checkpointing.num-retained": state,
		"execution.checkpointing.externalized-checkpoint-retention": "explicit",
	},
	"settings": {"execution.checkpointing.num-retained": {"written": "state.checkpoints.num-retained", "value": "1", "line": 1, "from_default": false}},
}

test_written if {
	rule.report == {{
		"at": "execution.checkpointing.num-retained",
		"message": `state.checkpoints.num-retained="1": if the only checkpoint cannot be read there is no older one; set 3`,
	}} with input as job("explicit")
}

test_left_out if {
	rule.report == {{
		"at": "execution.checkpointing.externalized-checkpoint-retention",
		"message": "checkpoints are retained, but only the last one, as execution.checkpointing.num-retained is not set: if it cannot be read there is no older one; set 3",
	}} with input as job("default")
}

test_three if rule.report == set() with input as job("explicit") with input.values["execution.checkpointing.num-retained"] as 3

test_not_retained if {
	rule.report == set() with input as job("explicit")
		with input.values["execution.checkpointing.externalized-checkpoint-retention"] as "DELETE_ON_CANCELLATION"
}
