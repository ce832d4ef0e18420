package kcfglint.rules.project.group_of_two_applications_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.group_of_two_applications as rule

reader(file, group, cluster) := {"kind": "consumer", "owner": "spring", "file": file, "cluster": cluster, "links": {"group": group}}

project(components) := topics_test.project({"orders": [id | some id, _ in components]}, components)

orders := "orders/src/main/resources/application.yml"

billing := "billing/src/main/resources/application.yml"

test_two_modules if {
	found := rule.report with input as project({"a": reader(orders, "all", "kafka:9092"), "b": reader(billing, "all", "")})
	{f.at.component | some f in found} == {"a"}
	count(rule.report) == 2 with input as project({"a": reader(orders, "all", "kafka:9092"), "b": reader(billing, "all", "kafka:9092")})
}

test_own_groups if rule.report == set() with input as project({"a": reader(orders, "orders", ""), "b": reader(billing, "billing", "")})

test_one_module if rule.report == set() with input as project({"a": reader(orders, "all", ""), "b": reader(orders, "all", "")})

test_other_cluster if rule.report == set() with input as project({"a": reader(orders, "all", "a:9092"), "b": reader(billing, "all", "b:9092")})
