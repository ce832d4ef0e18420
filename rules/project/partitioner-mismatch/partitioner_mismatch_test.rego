package kcfglint.rules.project.partitioner_mismatch_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.partitioner_mismatch as rule

producer(file, client, owner, values, state) := {
	"kind": "producer", "name": "", "file": file, "cluster": "kafka:9092", "client": {"name": client}, "owner": owner,
	"links": {"topics": ["orders"]}, "values": values, "state": state,
}

spring := producer("shop.yml", "java", "spring", {"partitioner.ignore.keys": false}, {"partitioner.class": "absent"})

librdkafka(partitioner, state) := producer("till.yaml", "librdkafka", "", {"partitioner": partitioner}, {"partitioner": state})

project(other) := topics_test.project({"orders": ["a", "b"]}, {"a": spring, "b": other})

finding(key, message) := {{
	"at": {"key": key, "component": "b"},
	"message": message,
	"related": [{"at": {"key": "partitioner.class", "component": "a"}, "message": "places them otherwise"}],
}}

test_librdkafka if {
	message := "partitioner, consistent_random by default, places records by the CRC32 of their key, and shop.yml writes topic orders too and places them by the murmur2 hash of their key: the records of a key are in several partitions, in no order; set partitioner=murmur2_random"
	rule.report == finding("partitioner", message) with input as project(librdkafka("consistent_random", "default"))
}

test_compatible if rule.report == set() with input as project(librdkafka("murmur2_random", "explicit"))

test_other_cluster if {
	rule.report == set() with input as project(librdkafka("consistent_random", "default")) with input.components.b.cluster as "eu:9092"
}

test_round_robin if {
	class := "org.apache.kafka.clients.producer.RoundRobinPartitioner"
	other := producer("till.properties", "java", "smallrye", {"partitioner.class": class, "partitioner.ignore.keys": false}, {"partitioner.class": "explicit"})
	message := $`partitioner.class="{class}" places records whatever their key, and shop.yml writes topic orders too and places them by the murmur2 hash of their key: the records of a key are in several partitions, in no order; remove partitioner.class`
	rule.report == finding("partitioner.class", message) with input as project(other)
}

test_ignored_keys if {
	other := producer("till.properties", "java", "smallrye", {"partitioner.ignore.keys": true}, {"partitioner.class": "absent", "partitioner.ignore.keys": "explicit"})
	some report in rule.report with input as project(other)
	report.at.key == "partitioner.ignore.keys"
	startswith(report.message, `partitioner.ignore.keys="true" places records whatever their key`)
}

# The partitioner that is named does not look at it.
test_ignored_keys_beside_a_partitioner if {
	values := {"partitioner.ignore.keys": true, "partitioner.class": "org.apache.kafka.clients.producer.RoundRobinPartitioner"}
	other := producer("till.properties", "java", "smallrye", values, {"partitioner.class": "explicit", "partitioner.ignore.keys": "explicit"})
	some report in rule.report with input as project(other)
	report.at.key == "partitioner.class"
	startswith(report.message, "partitioner.class=")
}

test_own_partitioner if {
	other := producer("till.properties", "java", "smallrye", {"partitioner.class": "org.example.Ours"}, {"partitioner.class": "explicit"})
	rule.report == set() with input as project(other)
}

test_perhaps_another_client if {
	other := producer("till.yaml", "java", "", {"partitioner.ignore.keys": true}, {"partitioner.class": "absent", "key.serializer": "absent"})
	rule.report == set() with input as project(other)
}
