package kcfglint.rules.flink_sql.jdbc_no_pk_or_no_retry_test

import data.kcfglint.rules.flink_sql.jdbc_no_pk_or_no_retry as rule

table(values) := {
	"name": "orders",
	"links": {"topics": []},
	"values": object.union(
		{"connector": "jdbc", "@sql.role": "sink", "@sql.primary-key": true, "@sql.insert": "plain", "@streaming": true},
		values,
	),
	"state": {"sink.max-retries": "explicit"},
}

test_key if {
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == {["@sql.primary-key", "warning", "duplication"]} with input as table({"@sql.primary-key": false})
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == {["@sql.primary-key", "error", "startup-failure"]} with input as table({"@sql.primary-key": false, "@sql.insert": "aggregate"})
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == set() with input as table({})
}

test_retries if {
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == {["sink.max-retries", "warning", "stall"]} with input as table({"sink.max-retries": 0})
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == {["sink.max-retries", "error", "startup-failure"]} with input as table({"sink.max-retries": -1})
	{[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == set() with input as table({"sink.max-retries": 5})
}

test_batch if {[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == set() with input as table({"@sql.primary-key": false, "@streaming": false})

test_source if {[f.at, f.severity, object.get(f, "consequence", "duplication")] | some f in rule.report} == set() with input as table({"@sql.primary-key": false, "@sql.role": "source"})

test_metrics if {
	{f.severity | some f in rule.report} == {"info"} with input as object.union(table({"@sql.primary-key": false}), {"name": "page_metrics"})
}
