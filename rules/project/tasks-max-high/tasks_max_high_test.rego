package kcfglint.rules.project.tasks_max_high_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.tasks_max_high as rule

sink(tasks) := {
	"kind": "sink-connector", "file": "sink.json", "links": {"topics": ["orders"], "topic_pattern": ""},
	"values": {"tasks.max": tasks}, "state": {"tasks.max": "explicit"},
}

project(tasks, partitions) := topics_test.project({"orders": ["s", "t"]}, {"s": sink(tasks), "t": {"kind": "topic", "values": {"@partitions": partitions}}})

test_more_tasks if {
	rule.report == {{
		"at": {"key": "tasks.max", "component": "s"},
		"message": `tasks.max="8", but the topics of this sink have 6 partitions: the other tasks have nothing to do; set 6 at most`,
		"related": [{"at": {"key": "@partitions", "component": "t"}, "message": "how many partitions there are"}],
	}} with input as project(8, 6)
}

test_enough if rule.report == set() with input as project(6, 6)
