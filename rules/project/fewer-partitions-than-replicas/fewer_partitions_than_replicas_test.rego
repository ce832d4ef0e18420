package kcfglint.rules.project.fewer_partitions_than_replicas_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.fewer_partitions_than_replicas as rule

reader(replicas) := {
	"kind": "consumer", "file": "billing.yaml", "links": {"topics": ["orders"], "group": "billing"},
	"values": {"@replicas": replicas},
}

project(replicas, partitions) := topics_test.project({"orders": ["c", "t"]}, {"c": reader(replicas), "t": {"kind": "topic", "values": {"@partitions": partitions}}})

test_more_replicas if {
	rule.report == {{
		"at": {"key": "@replicas", "component": "c"},
		"message": "3 replicas read topic orders as group billing, with 1 partition: the other replicas have nothing to read; run 1 at most, or add partitions",
		"related": [{"at": {"key": "@partitions", "component": "t"}, "message": "how many partitions there are"}],
	}} with input as project(3, 1)
}

test_enough if rule.report == set() with input as project(3, 3)

test_other_topic if rule.report == set() with input as project(3, 1) with input.components.c.links.topics as ["orders", "refunds"]

test_no_group if rule.report == set() with input as project(3, 1) with input.components.c.links.group as ""
