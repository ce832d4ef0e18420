package kcfglint.rules.flink_operator.upgrade_stateless_test

import data.kcfglint.rules.flink_operator.upgrade_stateless as rule

mode := "job.upgradeMode"

interval := "execution.checkpointing.interval"

job(values, state, settings) := {
	"kind": "flink-job",
	"dialect": "flink-operator",
	"values": object.union({"@job": true}, values),
	"state": object.union({"@job": "explicit"}, state),
	"settings": settings,
}

every_minute := {interval: {"written": interval, "value": "60s", "line": 9}}

test_written if {
	rule.report == {{
		"at": mode,
		"message": "job.upgradeMode=\"stateless\": any change of the resource restarts the job from empty state, and its sources from their startup mode; set savepoint or last-state",
		"severity": "warning",
	}} with input as job({mode: "stateless"}, {mode: "explicit"}, {})
}

test_written_beside_checkpoints if {
	rule.report == {{
		"at": mode,
		"message": "job.upgradeMode=\"stateless\": any change of the resource restarts the job from empty state, although it takes checkpoints, and its sources from their startup mode; set savepoint or last-state",
		"related": [{"at": interval, "message": "checkpoints that are not restored"}],
	}} with input as job({mode: "stateless"}, {mode: "explicit"}, every_minute)
}

test_left_out if {
	rule.report == {{
		"at": {"key": "@job", "part": "key"},
		"message": "job.upgradeMode is not set and is stateless: any change of the resource restarts the job from empty state, although it takes checkpoints, and its sources from their startup mode; set savepoint or last-state",
		"related": [{"at": interval, "message": "checkpoints that are not restored"}],
	}} with input as job({mode: "stateless"}, {mode: "default"}, every_minute)
}

test_savepoint if {
	rule.report == set() with input as job({mode: "savepoint"}, {mode: "explicit"}, every_minute)
}

test_unknown if {
	rule.report == set() with input as job({}, {mode: "unknown"}, every_minute)
}

test_script_is_not_the_operators if {
	rule.report == set() with input as {
		"kind": "flink-job",
		"dialect": "flink-sql",
		"values": {mode: "stateless"},
		"state": {mode: "default", "@job": "absent"},
	}
}

test_batch if {
	rule.report == set() with input as job({mode: "stateless", "execution.runtime-mode": "BATCH"}, {mode: "explicit"}, {})
}

test_kafka if {
	rule.report == {{
		"at": mode,
		"message": "job.upgradeMode=\"stateless\": any change of the resource restarts the job from empty state, and its sources from their startup mode; set savepoint or last-state",
		"related": [{"at": "@job.kafka", "message": "Kafka, whose offsets are part of the state"}],
	}} with input as job({mode: "stateless", "@job.kafka": true}, {mode: "explicit"}, {})
}
