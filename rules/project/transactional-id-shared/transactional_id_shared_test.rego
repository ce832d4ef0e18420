package kcfglint.rules.project.transactional_id_shared_test

import data.kcfglint.rules.project.transactional_id_shared as rule

producer(id, cluster, values) := {
	"kind": "producer",
	"name": "",
	"file": id,
	"cluster": cluster,
	"links": {"transactional_id": "ledger"},
	"values": values,
}

project(components) := {
	"joins": {"transactional-id": {"ledger": [id | some id, _ in components]}},
	"components": components,
}

shares(id, other) := {
	"at": {"key": "transactional.id", "component": id},
	"message": sprintf("transactional.id=\"ledger\" is also that of %s: each start of one aborts the open transaction of the other and fences it; give each instance an id of its own", [other]),
	"related": [{"at": {"key": "transactional.id", "component": other}, "message": "the same id"}],
}

test_same_cluster if {
	rule.report == {shares("a", "b"), shares("b", "a"), shares("c", "a")} with input as project({
		"a": producer("a", "kafka:9092", {}),
		"b": producer("b", "kafka:9092", {}),
		"c": producer("c", "kafka:9092", {}),
	})
}

test_other_clusters if {
	rule.report == set() with input as project({
		"a": producer("a", "kafka-eu:9092", {}),
		"b": producer("b", "kafka-us:9092", {}),
	})
}

test_unknown_cluster if {
	rule.report == {shares("a", "c"), shares("b", "c"), shares("c", "a")} with input as project({
		"a": producer("a", "kafka-eu:9092", {}),
		"b": producer("b", "kafka-us:9092", {}),
		"c": producer("c", "", {}),
	})
}

test_same_cluster_before_an_unknown_one if {
	rule.report == {shares("a", "b"), shares("b", "c"), shares("c", "b")} with input as project({
		"a": producer("a", "", {}),
		"b": producer("b", "kafka:9092", {}),
		"c": producer("c", "kafka:9092", {}),
	})
}

test_name if {
	some finding in rule.report with input as project({
		"a": producer("a", "kafka:9092", {}),
		"b": object.union(producer("b", "kafka:9092", {}), {"name": "payments"}),
	})
	finding.at.component == "a"
	contains(finding.message, "also that of payments in b:")
}
