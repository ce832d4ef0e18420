package kcfglint.rules.flink_kafka.sink_delivery_none_test

import data.kcfglint.rules.flink_kafka.sink_delivery_none as rule

guarantee := "sink.delivery-guarantee"

table(values) := {
	"kind": "flink-table",
	"name": "orders_clean",
	"values": object.union({"connector": "kafka", "@sql.role": "sink", guarantee: "none"}, values),
	"state": {guarantee: "explicit"},
	"settings": {guarantee: {"written": guarantee, "value": "none", "line": 9}},
}

lost := "sink.delivery-guarantee=\"none\": checkpoints do not wait for the producer's buffer, so a failure loses records that count as written; set at-least-once"

test_none if {
	rule.report == {{"at": guarantee, "message": lost, "severity": "error"}} with input as table({})
}

test_metrics if {
	rule.report == {{"at": guarantee, "message": lost, "severity": "info"}} with input as table({}) with input.name as "node_metrics"
}

test_upsert_kafka if {
	count(rule.report) == 1 with input as table({"connector": "upsert-kafka"})
}

test_name_of_old if {
	rule.report == {{
		"at": guarantee,
		"message": "sink.semantic=\"none\": checkpoints do not wait for the producer's buffer, so a failure loses records that count as written; set at-least-once",
		"severity": "error",
	}} with input as table({}) with input.settings as {guarantee: {"written": "sink.semantic", "value": "none", "line": 9}}
}

test_at_least_once if {
	rule.report == set() with input as table({guarantee: "at-least-once"})
}

test_source if {
	rule.report == set() with input as table({"@sql.role": "source"})
}

test_other_connector if {
	rule.report == set() with input as table({"connector": "elasticsearch-7"})
}
