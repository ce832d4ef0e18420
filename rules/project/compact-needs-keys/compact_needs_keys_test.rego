package kcfglint.rules.project.compact_needs_keys_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.compact_needs_keys as rule

topic := {
	"kind": "topic", "file": "totals.yaml", "cluster": "", "owner": "", "of": "",
	"values": {"cleanup.policy": "compact"}, "state": {"cleanup.policy": "explicit"},
}

table := {
	"kind": "flink-table", "file": "totals.sql", "cluster": "shop:9092", "complete": "full",
	"values": {"connector": "kafka"}, "state": {"key.format": "absent"},
}

job := topics_test.project({"totals": ["p", "t"]}, {
	"p": {"kind": "producer", "owner": "flink", "of": "table", "cluster": "shop:9092"},
	"t": topic,
	"table": table,
})

related := [{"at": {"key": "cleanup.policy", "component": "t"}, "message": "the topic is compacted"}]

test_table_without_keys if {
	rule.report == {{
		"at": {"key": "key.format", "component": "table"},
		"message": `the table writes records without keys, and topic totals has cleanup.policy="compact" in totals.yaml: the broker refuses them, and the job fails with the first; set key.format and key.fields`,
		"related": related,
	}} with input as job
}

test_table_with_keys if rule.report == set() with input as job with input.components.table.state as {"key.format": "explicit"}

test_hidden_options if rule.report == set() with input as job with input.components.table.complete as "partial"

test_upsert if rule.report == set() with input as job with input.components.table.values.connector as "upsert-kafka"

test_other_cluster if rule.report == set() with input as job with input.components.t.cluster as "eu:9092"

test_deleted if rule.report == set() with input as job with input.components.t.values as {"cleanup.policy": "delete"}

test_void_serializer if {
	void := "org.apache.kafka.common.serialization.VoidSerializer"
	rule.report == {{
		"at": {"key": "key.serializer", "component": "p"},
		"message": $`key.serializer="{void}" writes no keys, and topic totals has cleanup.policy="compact" in totals.yaml: the broker refuses every record; write keys`,
		"related": related,
	}} with input as topics_test.project({"totals": ["p", "t"]}, {
		"p": {"kind": "producer", "owner": "smallrye", "of": "", "cluster": "", "values": {"key.serializer": void}},
		"t": topic,
	})
}
