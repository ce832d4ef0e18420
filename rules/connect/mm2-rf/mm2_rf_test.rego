package kcfglint.rules.connect.mm2_rf_test

import data.kcfglint.rules.connect.mm2_rf as rule

mirror(key, replicas) := {"values": {key: replicas}, "state": {key: "explicit"}}

test_copies if {
	rule.report == {{
		"at": "replication.factor",
		"message": `replication.factor="1": the disk of one broker holds the copies of all topics that it creates; set 3, or -1 for the brokers' default`,
	}} with input as mirror("replication.factor", 1)
}

test_own_topics if {
	every topic in ["checkpoints", "offset-syncs", "heartbeats"] {
		count(rule.report) == 1 with input as mirror($`{topic}.topic.replication.factor`, 1)
	}
}

test_more if {
	rule.report == set() with input as mirror("replication.factor", 3)
	rule.report == set() with input as mirror("replication.factor", -1)
}
