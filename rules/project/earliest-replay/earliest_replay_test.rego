package kcfglint.rules.project.earliest_replay_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.earliest_replay as rule

topic(retention, policy) := {
	"kind": "topic", "file": "t.yaml", "cluster": "",
	"values": {"retention.ms": retention, "cleanup.policy": policy}, "state": {"retention.ms": "explicit"},
}

reader(reset) := {
	"kind": "consumer", "file": "c.yml", "cluster": "", "links": {"group": "billing"},
	"values": {"auto.offset.reset": reset}, "state": {"auto.offset.reset": "explicit"},
}

project(t, c) := topics_test.project({"orders": ["c", "t"]}, {"t": t, "c": c})

test_forever if {
	rule.report == {{
		"at": {"key": "auto.offset.reset", "component": "c"},
		"message": `auto.offset.reset="earliest" and topic orders, which keeps its records for retention.ms="-1": a group that is away until its offsets expire processes all of them again; make that harmless, or set none`,
		"related": [{"at": {"key": "retention.ms", "component": "t"}, "message": "how long records are kept"}],
	}} with input as project(topic(-1, "delete"), reader("earliest"))
}

test_a_week if rule.report == set() with input as project(topic(604800000, "delete"), reader("earliest"))

test_table if rule.report == set() with input as project(topic(-1, "compact"), reader("earliest"))

test_latest if rule.report == set() with input as project(topic(-1, "delete"), reader("latest"))
