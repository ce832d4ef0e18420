package kcfglint.rules.project.group_instance_id_shared_test

import data.kcfglint.rules.project.group_instance_id_shared as rule

consumer(file, cluster) := {
	"kind": "consumer",
	"name": "",
	"file": file,
	"cluster": cluster,
	"links": {"group": "billing"},
	"values": {"group.instance.id": "billing-1"},
	"state": {"group.instance.id": "explicit"},
}

project(components) := {"joins": {"group-instance": {"billing billing-1": [id | some id, _ in components]}}, "components": components}

test_shared if {
	rule.report == {shares("a", "b"), shares("b", "a")} with input as project({"a": consumer("a", "kafka:9092"), "b": consumer("b", "kafka:9092")})
}

test_other_cluster if rule.report == set() with input as project({"a": consumer("a", "kafka:9092"), "b": consumer("b", "kafka:9093")})

shares(id, other) := {
	"at": {"key": "group.instance.id", "component": id},
	"message": sprintf("group.instance.id=\"billing-1\" is also that of %s in group billing: each that joins fences the other, which stops; give each instance an id of its own", [other]),
	"related": [{"at": {"key": "group.instance.id", "component": other}, "message": "the same id"}],
}

test_replicas if {
	alone := object.union(consumer("a", ""), {"values": {"@replicas": 2}})
	rule.report == {{
		"at": {"key": "group.instance.id", "component": "a"},
		"message": `group.instance.id="billing-1" in 2 replicas: each that joins group billing fences another, which stops; give each instance an id of its own`,
		"related": [{"at": {"key": "@replicas", "component": "a"}, "message": "how many there are"}],
	}} with input as project({"a": alone})
	rule.report == set() with input as project({"a": alone}) with input.components.a.values["@replicas"] as 1
}
