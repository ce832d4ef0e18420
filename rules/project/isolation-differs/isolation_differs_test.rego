package kcfglint.rules.project.isolation_differs_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.isolation_differs as rule

writer := {
	"kind": "producer", "name": "", "file": "w.yml", "cluster": "", "complete": "full", "links": {"transactional_prefix": "tx-"},
	"values": {}, "state": {"transactional.id": "absent"},
}

reader(file, level) := {"kind": "consumer", "name": "", "file": file, "cluster": "", "values": {"isolation.level": level}}

project(a, b) := topics_test.project({"orders": ["a", "b", "w"]}, {"w": writer, "a": reader("a.yml", a), "b": reader("b.yml", b)})

test_differ if {
	rule.report == {{
		"at": {"key": "isolation.level", "component": "b"},
		"message": `isolation.level="read_uncommitted": a.yml reads what was committed of orders, and this consumer all, so the two do not agree; set read_committed`,
		"related": [{"at": {"key": "isolation.level", "component": "a"}, "message": "reads what was committed"}],
	}} with input as project("read_committed", "read_uncommitted")
}

test_agree if rule.report == set() with input as project("read_committed", "read_committed")
