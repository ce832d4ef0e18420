package kcfglint.rules.project.producer_larger_than_topic_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.producer_larger_than_topic as rule

topic := {"kind": "topic", "file": "topics.yaml", "cluster": "", "state": {"max.message.bytes": "explicit"}, "values": {"max.message.bytes": 100000}}

producer(size, compression) := {
	"kind": "producer",
	"file": "producer.properties",
	"cluster": "kafka:9092",
	"client": {"name": "java"},
	"links": {"topics": ["orders"]},
	"state": {"max.request.size": "explicit", "compression.type": "default"},
	"values": {"max.request.size": size, "compression.type": compression, "@broker.message.max.bytes": 1048588},
}

project(component) := topics_test.project({"orders": ["p", "t"]}, {"p": component, "t": topic})

test_topic if {
	some finding in rule.report with input as project(producer(1048576, "none"))
	finding.severity == "warning"
	finding.at == {"key": "max.request.size", "component": "p"}
	finding.related == [{"at": {"key": "max.message.bytes", "component": "t"}, "message": "what the topic takes"}]
}

test_compressed if {
	some finding in rule.report with input as project(producer(1048576, "lz4"))
	finding.severity == "info"
}

test_small if rule.report == set() with input as project(producer(100000, "none"))

test_brokers if {
	alone := {"joins": {"known-brokers": {"kafka:9092": ["p"]}}, "components": {"p": producer(5242880, "none")}}
	count(rule.report) == 1 with input as alone
	raised := object.union(topic, {"cluster": "kafka:9092"})
	rule.report == set() with input as object.union(alone, {"joins": {"cluster-topics": {"kafka:9092": ["t"]}}, "components": {"t": raised}})
}
