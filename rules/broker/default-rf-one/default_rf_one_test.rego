package kcfglint.rules.broker.default_rf_one_test

import data.kcfglint.rules.broker.default_rf_one as rule

broker(state, brokers) := {
	"values": {"default.replication.factor": 1, "@brokers": brokers},
	"state": {"default.replication.factor": state, "@brokers": "explicit"},
}

test_written if {
	rule.report == {{
		"at": "default.replication.factor",
		"severity": "error",
		"message": `default.replication.factor="1": topics that are created without a number have one replica, and the loss of one broker's disk loses them; set 3`,
	}} with input as broker("explicit", 3)
}

test_default if {
	rule.report == {{
		"at": "default.replication.factor",
		"severity": "warning",
		"message": "default.replication.factor is not set and defaults to 1: topics that are created without a number are lost with one broker's disk; set 3",
	}} with input as broker("default", 3)
}

test_alone if {
	rule.report == set() with input as broker("explicit", 1)
	rule.report == set() with input as broker("default", 1)
}

test_not_counted if {
	{finding.severity | some finding in rule.report} == {"warning"} with input as {
		"values": {"default.replication.factor": 1},
		"state": {"default.replication.factor": "explicit", "@brokers": "absent", "process.roles": "default"},
	}
	rule.report == set() with input as {
		"values": {"default.replication.factor": 1},
		"state": {"default.replication.factor": "default", "@brokers": "absent", "process.roles": "default"},
	}
}
