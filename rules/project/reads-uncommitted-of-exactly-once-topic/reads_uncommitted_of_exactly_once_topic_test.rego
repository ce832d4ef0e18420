package kcfglint.rules.project.reads_uncommitted_of_exactly_once_topic_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.reads_uncommitted_of_exactly_once_topic as rule

member(kind, name, cluster, values) := {
	"kind": kind,
	"name": name,
	"file": "jobs.sql",
	"owner": "flink",
	"complete": "full",
	"cluster": cluster,
	"links": {"topics": ["payments"], "transactional_prefix": ""},
	"values": values,
	"state": {"transactional.id": "absent"},
}

source(cluster) := member("consumer", "payments", cluster, {"isolation.level": "read_uncommitted"})

sink(cluster) := member("producer", "payments_checked", cluster, {"@transactional": true})

project(components) := topics_test.project({"payments": [id | some id, _ in components]}, components)

exposed := {
	"at": {"key": "isolation.level", "component": "r"},
	"message": "isolation.level=\"read_uncommitted\": topic \"payments\" is written in transactions by payments_checked, and what is aborted is read too, so records count twice; set properties.isolation.level=read_committed",
	"related": [{"at": {"key": "@transactional", "component": "w"}, "message": "writes in transactions"}],
}

test_same_cluster if {
	rule.report == {exposed} with input as project({"r": source("kafka:9092"), "w": sink("kafka:9092")})
}

test_unknown_cluster if {
	rule.report == {exposed} with input as project({"r": source(""), "w": sink("kafka:9092")})
}

test_other_clusters if {
	rule.report == set() with input as project({"r": source("kafka-eu:9092"), "w": sink("kafka-us:9092")})
}

test_read_committed if {
	rule.report == set() with input as project({
		"r": member("consumer", "payments", "kafka:9092", {"isolation.level": "read_committed"}),
		"w": sink("kafka:9092"),
	})
}

test_other_consumers_have_their_own_rule if {
	rule.report == set() with input as project({
		"r": object.union(source("kafka:9092"), {"owner": "spring"}),
		"w": sink("kafka:9092"),
	})
}

test_at_least_once_sink if {
	rule.report == set() with input as project({
		"r": source("kafka:9092"),
		"w": member("producer", "payments_checked", "kafka:9092", {}),
	})
}
