package kcfglint.rules.connect.internal_topic_rf_test

import data.kcfglint.rules.connect.internal_topic_rf as rule

worker(factor) := {
	"values": {},
	"state": {"offset.storage.replication.factor": "explicit"},
	"settings": {"offset.storage.replication.factor": {"written": "offset.storage.replication.factor", "value": factor, "line": 3, "from_default": false}},
}

test_one if {
	rule.report == {{
		"at": "offset.storage.replication.factor",
		"severity": "error",
		"message": `offset.storage.replication.factor="1": losing the disk of one broker loses the offsets of all sources, which then read everything again or skip; set 3, or -1 for the brokers' default`,
	}} with input as worker("1")
}

test_two if {
	rule.report == {{
		"at": "offset.storage.replication.factor",
		"severity": "warning",
		"message": `offset.storage.replication.factor="2": losing two brokers loses the offsets of all sources, which then read everything again or skip; set 3, or -1 for the brokers' default`,
	}} with input as worker("2")
}

test_one_broker if rule.report == set() with input as worker("1") with input.values["@brokers"] as 1

test_enough if {
	every factor in ["3", "-1", "5"] { rule.report == set() with input as worker(factor) }
}

test_left_out if {
	rule.report == set() with input as {"values": {}, "state": {"config.storage.replication.factor": "default"}, "settings": {}}
}

# One field of a resource stands for all three.
test_field if {
	rule.report == {{
		"at": "config.storage.replication.factor",
		"severity": "error",
		"message": `internalTopicReplicationFactor="1": losing the disk of one broker loses the configurations, offsets and states of all connectors; set 3, or -1 for the brokers' default`,
	}} with input as {
		"values": {},
		"state": {key: "explicit" | some key in keys},
		"settings": {key: {"written": "internalTopicReplicationFactor", "value": "1", "line": 3, "from_default": false} | some key in keys},
	}
}

keys := ["config.storage.replication.factor", "offset.storage.replication.factor", "status.storage.replication.factor"]
