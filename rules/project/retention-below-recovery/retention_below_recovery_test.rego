package kcfglint.rules.project.retention_below_recovery_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.retention_below_recovery as rule

topic(retention, cluster) := {
	"kind": "topic", "name": "orders", "file": "orders.yaml", "owner": "", "complete": "full", "cluster": cluster, "data_class": "",
	"links": {"topics": ["orders"], "group": ""},
	"values": {"retention.ms": retention, "cleanup.policy": "delete"},
	"state": {"retention.ms": "explicit"},
}

reader(group, cluster) := {
	"kind": "consumer", "name": "", "file": "billing.properties", "owner": "", "complete": "full", "cluster": cluster,
	"links": {"topics": ["orders"], "group": group},
	"values": {},
	"state": {},
}

project(topic, reader) := topics_test.project({"orders": ["r", "t"]}, {"r": reader, "t": topic})

test_hours if {
	rule.report == {{
		"at": {"key": "retention.ms", "component": "t"},
		"message": `retention.ms="7200000": group billing in billing.properties loses records of orders when it is away for longer; set 604800000`,
		"related": [{"at": {"key": "group.id", "component": "r"}, "message": "the group that reads it"}],
	}} with input as project(topic(7200000, ""), reader("billing", "kafka:9092"))
}

test_days if rule.report == set() with input as project(topic(604800000, ""), reader("billing", ""))

test_no_group if rule.report == set() with input as project(topic(7200000, ""), reader("", ""))

test_other_cluster if rule.report == set() with input as project(topic(7200000, "a:9092"), reader("billing", "b:9092"))

test_cache if rule.report == set() with input as project(object.union(topic(7200000, ""), {"data_class": "cache"}), reader("billing", ""))
