package kcfglint.rules.flink_sql.cdc_yaml_kafka_sink_test

import data.kcfglint.rules.flink_sql.cdc_yaml_kafka_sink as rule

keys := ["sink.partition.strategy", "sink.sink.delivery-guarantee"]

pipeline(written) := {
	"complete": "full",
	"values": object.union({"sink.type": "kafka"}, written),
	"state": object.union({k: "absent" | some k in keys}, {k: "explicit" | some k, _ in object.union({"sink.type": "kafka"}, written)}),
}

test_no_strategy if {
	rule.report == {{
		"at": "sink.type",
		"severity": "warning",
		"consequence": "performance",
		"message": "a kafka sink without partition.strategy writes all records to partition 0 of its topics; set hash-by-key",
	}} with input as pipeline({})
}

test_all_to_zero if {
	{f.at | some f in rule.report} == {"sink.partition.strategy"} with input as pipeline({"sink.partition.strategy": "all-to-zero"})
}

test_by_key if rule.report == set() with input as pipeline({"sink.partition.strategy": "hash-by-key"})

test_guarantee if {
	{[f.severity, object.get(f, "consequence", "stall")] | some f in rule.report} == {["error", "stall"]} with input as pipeline({"sink.partition.strategy": "hash-by-key", "sink.sink.delivery-guarantee": "exactly-once"})
	{[f.severity, object.get(f, "consequence", "stall")] | some f in rule.report} == {["error", "loss"]} with input as pipeline({"sink.partition.strategy": "hash-by-key", "sink.sink.delivery-guarantee": "none"})
	rule.report == set() with input as pipeline({"sink.partition.strategy": "hash-by-key", "sink.sink.delivery-guarantee": "at-least-once"})
}

test_other_sink if rule.report == set() with input as pipeline({"sink.type": "doris"})
