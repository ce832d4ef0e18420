package kcfglint.rules.flink_operator.flink_version_jump_test

import data.kcfglint.rules.flink_operator.flink_version_jump as rule

# job has one setting, and goes from one version to another.
job(from, to, key, value) := {
	"values": {key: value},
	"state": {key: "explicit"},
	"versions": {"flink": {"from": from, "version": to, "assumed": false}},
}

warning := "and 2.x does not guarantee to read the state of 1.x: what Kryo has written is lost to it; test the restore, or start anew from the committed offsets"

test_last_state if {
	rule.report == {{
		"at": "job.upgradeMode",
		"message": concat("", ["job.upgradeMode=\"last-state\" takes the state of Flink 1.20 over to 2.1, ", warning]),
	}} with input as job([1, 20], [2, 1], "job.upgradeMode", "last-state")
}

test_path if {
	rule.report == {{
		"at": "execution.state-recovery.path",
		"message": concat("", ["the job starts under Flink 2.0 from a state that 1.18 may have written, ", warning]),
	}} with input as job([1, 18], [2, 0], "execution.state-recovery.path", "s3://a/b")
}

test_ververica if {
	rule.report == {{
		"at": "@vvp.upgrade",
		"message": concat("", ["upgradeStrategy.kind=\"STATEFUL\" takes the state of Flink 1.20 over to 2.0, ", warning]),
	}} with input as job([1, 20], [2, 0], "@vvp.upgrade", "STATEFUL")
}

test_stateless if rule.report == set() with input as job([1, 20], [2, 1], "job.upgradeMode", "stateless")

test_within_1 if rule.report == set() with input as job([1, 18], [1, 20], "job.upgradeMode", "last-state")

test_within_2 if rule.report == set() with input as job([2, 0], [2, 1], "job.upgradeMode", "last-state")

test_no_upgrade if {
	rule.report == set() with input as {
		"values": {"job.upgradeMode": "last-state"}, "state": {"job.upgradeMode": "explicit"},
		"versions": {"flink": {"version": [2, 1], "assumed": false}},
	}
}
