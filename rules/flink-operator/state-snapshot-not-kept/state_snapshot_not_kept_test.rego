package kcfglint.rules.flink_operator.state_snapshot_not_kept_test

import data.kcfglint.rules.flink_operator.state_snapshot_not_kept as rule

savepoint(dispose, state, exists) := {
	"values": {"savepoint.disposeOnDelete": dispose, "savepoint.alreadyExists": exists},
	"state": {
		"@snapshot.savepoint": "explicit", "@snapshot.checkpoint": "absent", "@snapshot.job": "explicit",
		"savepoint.disposeOnDelete": state, "savepoint.path": "explicit",
	},
}

existing(place) := {{
	"at": place,
	"message": "spec.savepoint.disposeOnDelete is true, set or not: with this resource the savepoint is deleted that existed before it; set disposeOnDelete: false",
}}

test_existing if rule.report == existing("savepoint.alreadyExists") with input as savepoint(true, "default", true)

test_existing_written if rule.report == existing("savepoint.disposeOnDelete") with input as savepoint(true, "explicit", true)

test_existing_of_no_job if {
	rule.report == set() with input as savepoint(true, "default", true) with input.state["@snapshot.job"] as "absent"
}

test_taken if {
	rule.report == {{
		"at": "@snapshot.savepoint",
		"severity": "info",
		"message": "spec.savepoint.disposeOnDelete is not set and true: with this resource the savepoint is deleted, also when a tool prunes it; set what is meant",
	}} with input as savepoint(true, "default", false)
}

test_taken_written if rule.report == set() with input as savepoint(true, "explicit", false)

test_kept if rule.report == set() with input as savepoint(false, "explicit", true)

test_checkpoint if {
	rule.report == {{
		"at": "@snapshot.checkpoint",
		"severity": "info",
		"message": "spec.checkpoint: the data stay the job's own, and Flink deletes them after state.checkpoints.num-retained newer checkpoints; take a savepoint of what is to be kept",
	}} with input.state as {"@snapshot.checkpoint": "explicit", "@snapshot.savepoint": "absent"}
}
