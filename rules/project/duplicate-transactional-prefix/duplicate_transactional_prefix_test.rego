package kcfglint.rules.project.duplicate_transactional_prefix_test

import data.kcfglint.rules.project.duplicate_transactional_prefix as rule

sink(id, cluster) := {
	"kind": "flink-table",
	"name": sprintf("table_%s", [id]),
	"file": sprintf("%s.sql", [id]),
	"cluster": cluster,
	"links": {"transactional_prefix": "orders"},
	"values": {"sink.delivery-guarantee": "exactly-once"},
}

project(components) := {
	"joins": {"transactional-prefix": {"orders": [id | some id, _ in components]}},
	"components": components,
}

shares(id, other) := {
	"at": {"key": "sink.transactional-id-prefix", "component": id},
	"message": sprintf("sink.transactional-id-prefix=\"orders\" is also that of table_%s in %s.sql: each sink aborts the other's transactions, and their records are lost; give each its own", [other, other]),
	"related": [{"at": {"key": "sink.transactional-id-prefix", "component": other}, "message": "the same prefix"}],
}

test_same_cluster if {
	rule.report == {shares("a", "b"), shares("b", "a")} with input as project({
		"a": sink("a", "kafka:9092"),
		"b": sink("b", "kafka:9092"),
	})
}

test_unknown_cluster if {
	rule.report == {shares("a", "b"), shares("b", "a")} with input as project({
		"a": sink("a", "kafka:9092"),
		"b": sink("b", ""),
	})
}

test_other_clusters if {
	rule.report == set() with input as project({
		"a": sink("a", "kafka-eu:9092"),
		"b": sink("b", "kafka-us:9092"),
	})
}

test_prefix_of_spring if {
	rule.report == set() with input as project({
		"a": sink("a", "kafka:9092"),
		"b": {
			"kind": "producer",
			"name": "orders",
			"file": "application.yml",
			"cluster": "kafka:9092",
			"links": {"transactional_prefix": "orders"},
			"values": {},
		},
	})
}
