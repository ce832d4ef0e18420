package kcfglint.rules.project.internal_topics_shared_test

import data.kcfglint.rules.project.internal_topics_shared as rule

worker(group, cluster) := {
	"kind": "connect-worker",
	"file": group,
	"cluster": cluster,
	"state": {"group.id": "explicit"},
	"values": {
		"group.id": group, "config.storage.topic": "connect-configs", "offset.storage.topic": concat("-", [group, "offsets"]),
		"status.storage.topic": concat("-", [group, "status"]),
	},
}

project(components) := {"joins": {"internal-topic": {"connect-configs": [id | some id, _ in components]}}, "components": components}

test_other_group if {
	found := rule.report with input as project({"a": worker("orders", "kafka:9092"), "b": worker("billing", "kafka:9092")})
	{f.at | some f in found} == {{"key": "config.storage.topic", "component": "a"}, {"key": "config.storage.topic", "component": "b"}}
}

test_same_group if rule.report == set() with input as project({"a": worker("orders", "kafka:9092"), "b": worker("orders", "kafka:9092")})

test_other_cluster if rule.report == set() with input as project({"a": worker("orders", "kafka:9092"), "b": worker("billing", "kafka:9093")})
