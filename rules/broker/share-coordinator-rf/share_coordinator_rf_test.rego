package kcfglint.rules.broker.share_coordinator_rf_test

import data.kcfglint.rules.broker.share_coordinator_rf as rule

broker(replicas, isr, brokers) := {
	"values": {
		"share.coordinator.state.topic.replication.factor": replicas,
		"share.coordinator.state.topic.min.isr": isr,
		"@brokers": brokers,
	},
	"state": {
		"share.coordinator.state.topic.replication.factor": "explicit",
		"share.coordinator.state.topic.min.isr": "explicit",
		"@brokers": "explicit",
	},
}

test_one_replica if {
	rule.report == {{
		"at": "share.coordinator.state.topic.replication.factor",
		"message": `share.coordinator.state.topic.replication.factor="1": losing one broker's disk loses the state of its share groups; set 3`,
	}} with input as broker(1, 1, 3)
}

test_one_in_sync if {finding.at | some finding in rule.report} == {"share.coordinator.state.topic.min.isr"} with input as broker(3, 1, 3)

test_safe if rule.report == set() with input as broker(3, 2, 3)

test_alone if rule.report == set() with input as broker(1, 1, 1)
