package kcfglint.rules.project.fixed_partitioner_starves_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.fixed_partitioner_starves as rule

project(tasks, partitions) := topics_test.project({"totals": ["p", "t"]}, {
	"p": {"kind": "producer", "owner": "flink", "of": "table", "cluster": ""},
	"t": {"kind": "topic", "owner": "", "of": "", "cluster": "", "values": {"@partitions": partitions}},
	"table": {
		"kind": "flink-table", "cluster": "",
		"values": {"sink.partitioner": "fixed", "sink.parallelism": tasks},
		"state": {"sink.partitioner": "explicit", "sink.parallelism": "explicit"},
	},
})

test_fewer_tasks if {
	rule.report == {{
		"at": {"key": "sink.partitioner", "component": "table"},
		"message": `sink.partitioner="fixed" with a parallelism of 2 writes to as many of the 12 partitions of topic "totals", and readers wait for the others; remove it`,
		"related": [{"at": {"key": "@partitions", "component": "t"}, "message": "the partitions"}],
	}} with input as project(2, 12)
}

test_as_many if rule.report == set() with input as project(12, 12)

test_unknown if {
	rule.report == set() with input as project(2, 12)
		with input.components.table.state["sink.parallelism"] as "unknown"
}
