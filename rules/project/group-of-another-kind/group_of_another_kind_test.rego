package kcfglint.rules.project.group_of_another_kind_test

import data.kcfglint.rules.project.group_of_another_kind as rule

member(kind, file, cluster) := {"kind": kind, "file": file, "cluster": cluster}

project(components) := {"joins": {"mixed-group": {"orders": [id | some id, _ in components]}}, "components": components}

test_streams_and_consumer if {
	found := rule.report with input as project({"a": member("consumer", "a", "kafka:9092"), "b": member("streams", "b", "kafka:9092")})
	{f.at | some f in found} == {{"key": "group.id", "component": "a"}, {"key": "application.id", "component": "b"}}
}

test_consumers if rule.report == set() with input as project({"a": member("consumer", "a", "kafka:9092"), "b": member("consumer", "b", "kafka:9092")})

test_other_cluster if rule.report == set() with input as project({"a": member("consumer", "a", "kafka:9092"), "b": member("streams", "b", "kafka:9093")})

test_same_application if rule.report == set() with input as project({"a": member("consumer", "a", "kafka:9092"), "b": member("streams", "a", "kafka:9092")})

test_sink_and_workers if rule.report == set() with input as project({"a": member("sink-connector", "a", ""), "b": member("connect-worker", "b", "")})
