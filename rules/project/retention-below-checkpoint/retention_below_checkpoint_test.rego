package kcfglint.rules.project.retention_below_checkpoint_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.retention_below_checkpoint as rule

interval := "execution.checkpointing.interval"

project(kept, every_ms) := topics_test.project({"orders": ["c", "t"]}, {
	"c": {"kind": "consumer", "owner": "flink", "of": "table", "cluster": ""},
	"t": {
		"kind": "topic", "owner": "", "of": "", "cluster": "", "file": "orders.yaml", "data_class": "",
		"values": {"retention.ms": kept, "cleanup.policy": "delete"},
		"state": {"retention.ms": "explicit"},
	},
	"table": {
		"kind": "flink-table", "cluster": "shop:9092", "file": "totals.sql", "data_class": "",
		"values": {interval: every_ms}, "state": {interval: "inherited"},
	},
})

finding(severity, kept, every_ms) := {{
	"at": {"key": "topic", "component": "table"},
	"severity": severity,
	"message": $`topic orders keeps records for retention.ms="{kept}" (orders.yaml), and execution.checkpointing.interval is {every_ms} ms: after a failure the job goes back that far and more, and skips what is gone; set retention.ms=604800000, or a shorter interval`,
	"related": [{"at": {"key": "retention.ms", "component": "t"}, "message": "how long records are kept"}],
}}

test_gone_before_a_checkpoint if rule.report == finding("error", 3600000, 3600000) with input as project(3600000, 3600000)

test_no_time_to_restart if rule.report == finding("warning", 3600000, 2700000) with input as project(3600000, 2700000)

test_time_to_restart if rule.report == set() with input as project(3600000, 1800000)

test_for_ever if rule.report == set() with input as project(-1, 1800000)

test_table if rule.report == set() with input as project(3600000, 3600000) with input.components.t.values["cleanup.policy"] as "compact"

test_other_cluster if rule.report == set() with input as project(3600000, 3600000) with input.components.t.cluster as "eu:9092"

test_expendable if rule.report == set() with input as project(3600000, 3600000) with input.components.t.data_class as "logs"

brokers(kept) := {
	"joins": {"topic": {}, "consumers": {}, "producers": {}, "declarations": {}, "known-brokers": {"shop:9092": ["b", "c"]}},
	"components": {
		"b": {"kind": "broker"},
		"c": {
			"kind": "consumer", "owner": "flink", "of": "table", "cluster": "shop:9092",
			"links": {"topics": ["orders"]}, "values": {"@broker.log.retention.ms": kept},
		},
		"table": {
			"kind": "flink-table", "cluster": "shop:9092", "file": "totals.sql", "data_class": "",
			"values": {interval: 3600000}, "state": {interval: "inherited"},
		},
	},
}

test_brokers if {
	rule.report == {{
		"at": {"key": "topic", "component": "table"},
		"severity": "error",
		"message": "the brokers keep records for 3600000 ms, and execution.checkpointing.interval is 3600000 ms: after a failure the job goes back that far and more, and skips what is gone; set log.retention.hours=168, or a shorter interval",
		"related": [{"at": {"key": "@broker.log.retention.ms", "component": "c"}, "message": "how long records are kept"}],
	}} with input as brokers(3600000)
	rule.report == set() with input as brokers(604800000)
	rule.report == set() with input as brokers(-1)
}

test_declared_topic if {
	rule.report == set() with input as brokers(3600000)
		with input.joins.declarations as {"orders": ["t"]}
		with input.components.t as {"kind": "topic", "cluster": "", "data_class": "", "state": {"retention.ms": "default"}}
}
