package kcfglint.rules.broker.offsets_rf_test

import data.kcfglint.rules.broker.offsets_rf as rule

broker(replicas, brokers) := {
	"values": {"offsets.topic.replication.factor": replicas, "@brokers": brokers},
	"state": {"offsets.topic.replication.factor": "explicit", "@brokers": "explicit"},
}

finding(severity) := {
	"at": "offsets.topic.replication.factor",
	"severity": severity,
	"message": `offsets.topic.replication.factor="1": losing one broker's disk loses the committed offsets of its groups; set 3`,
}

test_several if rule.report == {finding("error")} with input as broker(1, 3)

test_not_counted if {
	rule.report == {finding("warning")} with input as {
		"values": {"offsets.topic.replication.factor": 1},
		"state": {"offsets.topic.replication.factor": "explicit", "@brokers": "absent", "process.roles": "default"},
	}
}

test_alone if rule.report == set() with input as broker(1, 1)

test_three if rule.report == set() with input as broker(3, 3)

test_controller if rule.report == set() with input as broker(1, 3) with input.values["process.roles"] as "controller"
