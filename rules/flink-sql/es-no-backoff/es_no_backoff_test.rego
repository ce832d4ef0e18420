package kcfglint.rules.flink_sql.es_no_backoff_test

import data.kcfglint.rules.flink_sql.es_no_backoff as rule

keys := ["sink.bulk-flush.backoff.strategy", "sink.bulk-flush.backoff.max-retries", "sink.bulk-flush.backoff.delay", "failure-handler"]

table(written) := {
	"complete": "full",
	"values": object.union({"connector": "elasticsearch-7", "@streaming": true}, written),
	"state": {key: state | some key in keys; state := object.get({k: "explicit" | some k, _ in written}, key, "absent")},
	"settings": {key: {"written": key, "value": value, "line": 9, "from_default": false} | some key, value in written},
	"versions": {"flink": {"version": [1, 20]}},
}

test_absent if {[f.at, f.severity] | some f in rule.report} == {["connector", "warning"]} with input as table({})

test_disabled if {
	{[f.at, f.severity] | some f in rule.report} == {["sink.bulk-flush.backoff.strategy", "warning"]} with input as table({"sink.bulk-flush.backoff.strategy": "disabled"})
}

test_exponential if {[f.at, f.severity] | some f in rule.report} == set() with input as table({"sink.bulk-flush.backoff.strategy": "EXPONENTIAL"})

test_exponential_alone_for_flink_2 if {
	t := object.union(table({"sink.bulk-flush.backoff.strategy": "EXPONENTIAL"}), {"versions": {"flink": {"version": [2, 0]}}})
	{[f.at, f.severity] | some f in rule.report} == {["sink.bulk-flush.backoff.strategy", "error"]} with input as t
}

test_older_connector if {
	t := object.union(table({"sink.bulk-flush.backoff.strategy": "EXPONENTIAL"}), {"versions": {"flink": {"version": [2, 0]}, "es-connector": {"version": [3, 1]}}})
	{[f.at, f.severity] | some f in rule.report} == set() with input as t
}

test_failures_ignored if {[f.at, f.severity] | some f in rule.report} == set() with input as table({"failure-handler": "ignore"})

test_batch if {[f.at, f.severity] | some f in rule.report} == set() with input as object.union(table({}), {"values": {"connector": "elasticsearch-7", "@streaming": false}})

test_partial if {[f.at, f.severity] | some f in rule.report} == set() with input as object.union(table({}), {"complete": "partial"})
