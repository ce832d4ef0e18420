package kcfglint.rules.project.sink_group_conflict_test

import data.kcfglint.rules.project.sink_group_conflict as rule

project(group) := {
	"joins": {"connect-cluster": {"folder connect": ["a", "b"]}},
	"components": {
		"a": {"kind": "sink-connector", "file": "a.json", "links": {"group": group}, "state": {"consumer.override.group.id": "absent"}},
		"b": {"kind": "connect-worker", "file": "worker.properties", "values": {"group.id": "connect-eu"}, "state": {"group.id": "explicit"}},
	},
}

test_same_group if {
	rule.report == {{
		"at": {"key": "name", "component": "a"},
		"message": `the consumers of this sink are in the group "connect-eu", which is that of the workers in worker.properties: Connect refuses the connector; rename it, or set consumer.override.group.id`,
		"related": [{"at": {"key": "group.id", "component": "b"}, "message": "the group of the workers"}],
	}} with input as project("connect-eu")
}

test_other_group if rule.report == set() with input as project("connect-orders")
