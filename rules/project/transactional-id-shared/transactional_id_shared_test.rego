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

replicas := {
	"kind": "producer", "name": "", "file": "billing.yaml", "cluster": "",
	"links": {"transactional_id": "ledger", "transactional_prefix": "ledger-"},
	"values": {"@replicas": 3},
	"state": {"@spring.transaction-id-prefix": "explicit"},
}

test_replicas if {
	rule.report == {{
		"at": {"key": "transactional.id", "component": "a"},
		"message": `transactional.id="ledger" in 3 replicas: each start of one aborts the open transaction of another and fences it; give each instance an id of its own`,
		"related": [{"at": {"key": "@replicas", "component": "a"}, "message": "how many there are"}],
	}} with input as project({"a": replicas})
	rule.report == set() with input as project({"a": replicas}) with input.components.a.values["@replicas"] as 1
}

test_replicas_of_spring if {
	spring := {"joins": {"transactional-prefix": {"ledger-": ["a"]}}, "components": {"a": replicas}}
	rule.report == {{
		"at": {"key": "@spring.transaction-id-prefix", "component": "a"},
		"message": `transaction-id-prefix="ledger-" in 3 replicas: all of them count from 0 behind it, and each that starts aborts the open transaction of another and fences it; add what tells them apart, such as the name of the pod`,
		"related": [{"at": {"key": "@replicas", "component": "a"}, "message": "how many there are"}],
	}} with input as spring
	rule.report == set() with input as spring with input.components.a.state as {}
}
