package kcfglint.rules.project.unmatched_topic_in_chain_test

import data.kcfglint.rules.project.unmatched_topic_in_chain as rule

client(kind, topic, cluster) := {
	"kind": kind, "owner": "flink", "of": "table", "file": "a.sql", "cluster": cluster,
	"links": {"topics": [topic]},
}

project(a, b) := {
	"joins": {"similar-topic": {"ordes orders": ["a", "b"]}},
	"components": {"a": a, "b": b, "table": {"kind": "flink-table", "values": {"@sql.role": "sink"}}},
}

other := {
	"kind": "consumer", "owner": "", "of": "", "file": "b.properties", "cluster": "k:9092",
	"links": {"topics": ["orders"]},
}

found(alone) := {
	"at": {"key": "topic", "component": "table"},
	"message": sprintf(`topic "ordes" is %s, but "orders" in b.properties has almost the same name: if it is meant, nothing arrives; write one name`, [alone]),
	"related": [{"at": {"key": "topic", "component": "b"}, "message": `topic "orders"`}],
}

test_written if rule.report == {found("written here and read by nobody in view")} with input as project(client("producer", "ordes", ""), other)

test_read if rule.report == {found("read here and written by nobody in view")} with input as project(client("consumer", "ordes", "k:9092"), other)

test_other_cluster if rule.report == set() with input as project(client("producer", "ordes", "l:9092"), other)

test_not_used if {
	rule.report == set() with input as project(client("producer", "ordes", ""), other)
		with input.components.table.values as {"@sql.role": "unknown"}
}

test_not_of_flink if rule.report == set() with input as project(object.union(client("producer", "ordes", ""), {"owner": "spring"}), other)
