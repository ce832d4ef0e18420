package kcfglint.rules.project.acks_all_without_replicas_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.acks_all_without_replicas as rule

topic(values, state) := {"kind": "topic", "file": "topics.yaml", "cluster": "", "values": values, "state": object.union({"@brokers": "absent"}, state)}

producer(acks) := {
	"kind": "producer",
	"file": "producer.properties",
	"cluster": "kafka:9092",
	"values": {"acks": acks},
	"state": {"acks": "explicit"},
}

project(name, acks, t) := topics_test.project({name: ["p", "t"]}, {"p": producer(acks), "t": t})

single := topic({"@replication-factor": 1}, {})

test_single_replica if {
	rule.report == {{
		"at": {"key": "acks", "component": "p"},
		"message": `acks="all", but topic orders in topics.yaml has a single replica: the leader alone may acknowledge, and what it acknowledged is lost with it; set three replicas and min.insync.replicas=2`,
		"related": [{"at": {"key": "@replication-factor", "component": "t"}, "message": "a single replica"}],
	}} with input as project("orders", "all", single)
}

test_min_isr if {
	weak := topic({"@replication-factor": 3, "min.insync.replicas": 1}, {"min.insync.replicas": "explicit"})
	count(rule.report) == 1 with input as project("orders", "-1", weak)
}

test_durable if {
	durable := topic({"@replication-factor": 3, "min.insync.replicas": 2}, {"min.insync.replicas": "explicit"})
	rule.report == set() with input as project("orders", "all", durable)
}

test_one_broker if rule.report == set() with input as project("orders", "all", topic({"@replication-factor": 1, "@brokers": 1}, {"@brokers": "explicit"}))

test_not_asked_for if rule.report == set() with input as project("orders", "1", single)

test_metrics if rule.report == set() with input as project("orders-metrics", "all", single)
