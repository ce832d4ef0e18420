package kcfglint.rules.project.sink_topic_durability_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.sink_topic_durability as rule

project(replicas, isr, cluster) := topics_test.project({"totals": ["p", "t"]}, {
	"p": {"kind": "producer", "owner": "flink", "of": "table", "cluster": ""},
	"t": {
		"kind": "topic", "owner": "", "of": "", "cluster": cluster, "file": "totals.yaml", "data_class": "",
		"values": {"@replication-factor": replicas, "min.insync.replicas": isr},
		"state": {"min.insync.replicas": "explicit"},
	},
	"table": {"kind": "flink-table", "cluster": "shop:9092", "file": "totals.sql"},
})

test_one_replica if {
	rule.report == {{
		"at": {"key": "topic", "component": "table"},
		"message": `topic "totals" has one replica (totals.yaml): what checkpoints count as written is lost with one broker, whatever acks says; give it 3`,
		"related": [{"at": {"key": "@replication-factor", "component": "t"}, "message": "its replicas"}],
	}} with input as project(1, 1, "")
}

test_one_in_sync if {
	rule.report == {{
		"at": {"key": "topic", "component": "table"},
		"severity": "warning",
		"message": `topic "totals" has min.insync.replicas="1" (totals.yaml): what acks=all acknowledges, and checkpoints count as written, may be on one broker alone; set 2`,
		"related": [{"at": {"key": "min.insync.replicas", "component": "t"}, "message": "its in-sync replicas"}],
	}} with input as project(3, 1, "shop:9092")
}

test_two if rule.report == set() with input as project(3, 2, "")

test_other_cluster if rule.report == set() with input as project(1, 1, "eu:9092")

test_one_broker if {
	rule.report == set() with input as project(1, 1, "")
		with input.components.t.values as {"@replication-factor": 1, "@brokers": 1}
}
