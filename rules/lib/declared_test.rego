package kcfglint.lib.declared_test

import data.kcfglint.lib.declared

project := {
	"joins": {"declarations": {"orders": ["a", "b", "c"]}},
	"components": {"a": {"cluster": ""}, "b": {"cluster": "kafka:9092"}, "c": {"cluster": "kafka:9092"}},
}

test_first if declared.first("orders") == {"": "a", "kafka:9092": "b"} with input as project

test_not_declared if not declared.first("payments") with input as project
