package kcfglint.rules.topic.replication_over_brokers_test

import data.kcfglint.rules.topic.replication_over_brokers as rule

topic := {"kind": "topic", "values": {"@replication-factor": 3, "@brokers": 1}}

test_over if {
	rule.report == {{
		"at": "@replication-factor",
		"message": "3 replicas with one broker: the topic is refused; ask for 1 at most",
		"related": [{"at": "@brokers", "message": "how many brokers there are"}],
	}} with input as topic
}

test_enough if rule.report == set() with input as topic with input.values["@brokers"] as 3

test_unknown if rule.report == set() with input as topic with input.values as {"@replication-factor": 3}

test_worker if {
	some finding in rule.report with input as {
		"kind": "connect-worker",
		"state": {"offset.storage.replication.factor": "explicit"},
		"values": {"@brokers": 2, "offset.storage.replication.factor": 3},
	}
	finding.at == "offset.storage.replication.factor"
}

test_broker if {
	some finding in rule.report with input as {
		"kind": "broker",
		"state": {"offsets.topic.replication.factor": "explicit"},
		"values": {"@brokers": 2, "offsets.topic.replication.factor": 3},
	}
	finding.consequence == "stall"
}
