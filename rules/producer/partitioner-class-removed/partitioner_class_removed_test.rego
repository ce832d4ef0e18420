package kcfglint.rules.producer.partitioner_class_removed_test

import data.kcfglint.rules.producer.partitioner_class_removed as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 0], "assumed": false}},
	"values": {"partitioner.class": "org.apache.kafka.clients.producer.UniformStickyPartitioner"},
}

test_removed if {
	rule.report == {{
		"at": "partitioner.class",
		"severity": "error",
		"message": `partitioner.class="org.apache.kafka.clients.producer.UniformStickyPartitioner": clients from 4.0 on do not have this class and refuse to start; set partitioner.ignore.keys=true in its place`,
	}} with input as producer
}

test_deprecated if {
	{f.severity | some f in rule.report} == {"info"} with input as producer
		with input.versions.client.version as [3, 9]
		with input.values["partitioner.class"] as "org.apache.kafka.clients.producer.internals.DefaultPartitioner"
}

test_before if rule.report == set() with input as producer with input.versions.client.version as [3, 2]

test_own if rule.report == set() with input as producer with input.values["partitioner.class"] as "com.example.RegionPartitioner"
