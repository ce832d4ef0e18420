package kcfglint.rules.project.transactional_prefix_containment_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.transactional_prefix_containment as rule

client(table) := {"kind": "producer", "owner": "flink", "of": table, "cluster": ""}

table(prefix, strategy, cluster) := {
	"kind": "flink-table", "name": prefix, "file": "jobs.sql", "cluster": cluster,
	"links": {"transactional_prefix": prefix},
	"values": {"sink.transaction-naming-strategy": strategy, "sink.delivery-guarantee": "exactly-once"},
}

project(a, b) := topics_test.project({"totals": ["p", "q"]}, {"p": client("a"), "q": client("b"), "a": a, "b": b})

test_pooled if {
	rule.report == {{
		"at": {"key": "sink.transactional-id-prefix", "component": "a"},
		"message": `sink.transactional-id-prefix="orders" is the beginning of "orders-eu" of orders-eu in jobs.sql, which writes topic "totals" too: with POOLING this sink aborts its open transactions, and their records are lost; choose another`,
		"related": [{"at": {"key": "sink.transactional-id-prefix", "component": "b"}, "message": "the longer prefix"}],
	}} with input as project(table("orders", "POOLING", ""), table("orders-eu", "INCREMENTING", "shop:9092"))
}

test_incrementing if rule.report == set() with input as project(table("orders", "INCREMENTING", ""), table("orders-eu", "POOLING", ""))

test_same_prefix if rule.report == set() with input as project(table("orders", "POOLING", ""), table("orders", "POOLING", ""))

test_other_cluster if rule.report == set() with input as project(table("orders", "POOLING", "eu:9092"), table("orders-eu", "POOLING", "us:9092"))
