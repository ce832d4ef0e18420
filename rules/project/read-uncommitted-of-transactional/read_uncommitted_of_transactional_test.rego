package kcfglint.rules.project.read_uncommitted_of_transactional_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.read_uncommitted_of_transactional as rule

member(kind, cluster, values, state) := {
	"kind": kind,
	"name": "",
	"file": sprintf("%s.properties", [kind]),
	"owner": "",
	"complete": "full",
	"cluster": cluster,
	"links": {"topics": ["orders"], "transactional_prefix": ""},
	"values": values,
	"state": state,
}

reader(cluster) := member("consumer", cluster, {"isolation.level": "read_uncommitted"}, {"isolation.level": "default"})

writer(cluster) := member("producer", cluster, {"transactional.id": "orders-0"}, {"transactional.id": "explicit"})

project(components) := topics_test.project({"orders": [id | some id, _ in components]}, components)

exposed(reader, writer) := {
	"at": {"key": "isolation.level", "component": reader},
	"message": "isolation.level=\"read_uncommitted\": topic \"orders\" is written in transactions by producer.properties, and what is aborted is read too; set read_committed",
	"related": [{"at": {"key": "transactional.id", "component": writer}, "message": "writes in transactions"}],
}

test_same_cluster if {
	rule.report == {exposed("r", "w")} with input as project({"r": reader("kafka:9092"), "w": writer("kafka:9092")})
}

test_same_cluster_before_an_unknown_one if {
	rule.report == {exposed("r", "w")} with input as project({
		"a": writer(""),
		"r": reader("kafka:9092"),
		"w": writer("kafka:9092"),
	})
}

test_unknown_cluster_of_the_writer if {
	rule.report == {exposed("r", "w")} with input as project({"r": reader("kafka:9092"), "w": writer("")})
}

test_unknown_cluster_of_the_reader if {
	rule.report == {exposed("r", "w")} with input as project({"r": reader(""), "w": writer("kafka:9092")})
}

test_other_clusters if {
	rule.report == set() with input as project({"r": reader("kafka-eu:9092"), "w": writer("kafka-us:9092")})
}

test_read_committed if {
	rule.report == set() with input as project({
		"r": member("consumer", "kafka:9092", {"isolation.level": "read_committed"}, {"isolation.level": "explicit"}),
		"w": writer("kafka:9092"),
	})
}

test_isolation_unknown if {
	rule.report == set() with input as project({
		"r": member("consumer", "kafka:9092", {}, {"isolation.level": "unknown"}),
		"w": writer("kafka:9092"),
	})
}

test_plain_producer if {
	rule.report == set() with input as project({
		"r": reader("kafka:9092"),
		"w": member("producer", "kafka:9092", {}, {"transactional.id": "absent"}),
	})
}

test_source_of_flink_has_its_own_rule if {
	rule.report == set() with input as project({
		"r": object.union(reader("kafka:9092"), {"owner": "flink"}),
		"w": writer("kafka:9092"),
	})
}

test_one_finding_for_several_topics if {
	components := {"r": reader("kafka:9092"), "w": writer("kafka:9092")}
	rule.report == {exposed("r", "w")} with input as topics_test.project({"orders": ["r", "w"], "payments": ["r", "w"]}, components)
}
