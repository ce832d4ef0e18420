package kcfglint.rules.flink_checkpoint.unclaimed_state_ignored_test

import data.kcfglint.rules.flink_checkpoint.unclaimed_state_ignored as rule

ignore := "execution.state-recovery.ignore-unclaimed-state"

allow := "job.allowNonRestoredState"

test_key if {
	rule.report == {{
		"at": ignore,
		"message": "execution.savepoint.ignore-unclaimed-state=\"true\": a restore drops the state of renamed operators without an error, Kafka offsets among it, and the source starts at its startup mode; set false",
	}} with input as {
		"kind": "flink-cluster",
		"values": {ignore: true},
		"state": {ignore: "explicit"},
		"settings": {ignore: {"written": "execution.savepoint.ignore-unclaimed-state", "value": "true", "line": 9}},
	}
}

test_field_of_the_resource if {
	rule.report == {{
		"at": allow,
		"message": "job.allowNonRestoredState=\"true\": a restore drops the state of renamed operators without an error, Kafka offsets among it, and the source starts at its startup mode; set false",
	}} with input as {
		"kind": "flink-job",
		"values": {allow: true, ignore: true},
		"state": {allow: "explicit", ignore: "forced"},
		"settings": {allow: {"written": allow, "value": "true", "line": 19}},
	}
}

test_false if {
	rule.report == set() with input as {
		"kind": "flink-job",
		"values": {allow: false, ignore: false},
		"state": {allow: "explicit", ignore: "default"},
		"settings": {allow: {"written": allow, "value": "false", "line": 19}},
	}
}

test_unknown if {
	rule.report == set() with input as {"kind": "flink-job", "values": {}, "state": {allow: "unknown", ignore: "unknown"}, "settings": {}}
}

test_argument if {
	rule.report == {{
		"at": ignore,
		"message": "--allowNonRestoredState: a restore drops the state of renamed operators without an error, Kafka offsets among it, and the source starts at its startup mode; leave it out",
	}} with input as {
		"kind": "flink-job",
		"values": {ignore: true},
		"state": {ignore: "explicit"},
		"settings": {ignore: {"written": "--allowNonRestoredState", "value": "true", "line": 4}},
	}
}
