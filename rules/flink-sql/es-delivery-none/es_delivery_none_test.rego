package kcfglint.rules.flink_sql.es_delivery_none_test

import data.kcfglint.rules.flink_sql.es_delivery_none as rule

table(connector, key, value, text) := {
	"name": "order_search",
	"links": {"topics": []},
	"values": {"connector": connector, key: value},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": text, "line": 9, "from_default": false}},
}

sink(connector, value) := table(connector, "sink.delivery-guarantee", value, value)

test_flush if {
	key := "sink.flush-on-checkpoint"
	rule.report == {{
		"at": key,
		"message": `sink.flush-on-checkpoint="false": checkpoints do not wait for the buffer, so a failure loses documents that count as written; remove it`,
		"severity": "error",
	}} with input as table("elasticsearch-7", key, false, "false")
	rule.report == set() with input as table("elasticsearch-7", key, true, "true")
}

test_guarantee if {
	{[f.severity, object.get(f, "consequence", "loss")] | some f in rule.report} == {["error", "loss"]} with input as sink("elasticsearch-7", "none")
	{[f.severity, object.get(f, "consequence", "loss")] | some f in rule.report} == {["error", "startup-failure"]} with input as sink("elasticsearch-6", "exactly-once")
	{[f.severity, object.get(f, "consequence", "loss")] | some f in rule.report} == set() with input as sink("elasticsearch-7", "at-least-once")
	{[f.severity, object.get(f, "consequence", "loss")] | some f in rule.report} == {["info", "ignored"]} with input as sink("elasticsearch-8", "none")
	{[f.severity, object.get(f, "consequence", "loss")] | some f in rule.report} == set() with input as sink("kafka", "none")
}

test_metrics if {
	t := object.union(table("elasticsearch-7", "sink.delivery-guarantee", "none", "none"), {"data_class": "metrics"})
	{f.severity | some f in rule.report} == {"info"} with input as t
}

told(t, flink) := {[f.severity, object.get(f, "consequence", "loss")] |
	some f in rule.report with input as object.union(t, {"versions": {"flink": {"version": flink, "assumed": false}}})
}

test_no_option if {
	told(sink("elasticsearch-7", "at-least-once"), [1, 20]) == {["error", "startup-failure"]}
	told(sink("elasticsearch-7", "at-least-once"), [2, 0]) == set()
	told(table("elasticsearch-7", "sink.flush-on-checkpoint", true, "true"), [2, 0]) == {["error", "startup-failure"]}
	told(table("elasticsearch-7", "sink.flush-on-checkpoint", true, "true"), [1, 20]) == set()
	told(table("elasticsearch-8", "sink.flush-on-checkpoint", false, "false"), [2, 0]) == {["error", "startup-failure"]}
}
