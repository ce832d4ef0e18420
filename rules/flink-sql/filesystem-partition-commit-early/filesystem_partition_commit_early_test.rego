package kcfglint.rules.flink_sql.filesystem_partition_commit_early_test

import data.kcfglint.rules.flink_sql.filesystem_partition_commit_early as rule

table := {
	"values": {
		"connector": "filesystem", "@sql.role": "sink", "@streaming": true,
		"sink.partition-commit.trigger": "process-time", "sink.partition-commit.delay": 0,
	},
	"state": {
		"sink.partition-commit.policy.kind": "explicit",
		"sink.partition-commit.trigger": "absent", "sink.partition-commit.delay": "absent",
	},
}

test_defaults if {
	rule.report == {{
		"at": "sink.partition-commit.policy.kind",
		"message": "sink.partition-commit.policy.kind with the trigger process-time and no delay: a partition is announced as complete at the first checkpoint, and readers miss the rest; set sink.partition-commit.delay to the time that it covers",
	}} with input as table
}

test_delay if rule.report == set() with input as table with input.values["sink.partition-commit.delay"] as 3600000

test_partition_time if {
	rule.report == set() with input as table with input.values["sink.partition-commit.trigger"] as "partition-time"
}

test_batch if rule.report == set() with input as table with input.values["@streaming"] as false

test_no_policy if {
	rule.report == set() with input as table with input.state["sink.partition-commit.policy.kind"] as "absent"
}

test_unknown_delay if {
	rule.report == set() with input as table with input.state["sink.partition-commit.delay"] as "unknown"
}

by_time(unwatermarked) := object.union(table, {
	"values": {"sink.partition-commit.trigger": "partition-time", "@sql.unwatermarked": unwatermarked},
	"state": {"sink.partition-commit.trigger": "explicit"},
	"settings": {"sink.partition-commit.trigger": {"written": "sink.partition-commit.trigger", "value": "partition-time", "line": 9, "from_default": false}},
})

test_no_watermark if {
	{[f.at, f.consequence] | some f in rule.report} == {["sink.partition-commit.trigger", "stall"]} with input as by_time(true)
	rule.report == set() with input as by_time(false)
}
