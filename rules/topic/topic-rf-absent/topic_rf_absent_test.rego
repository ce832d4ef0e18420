package kcfglint.rules.topic.topic_rf_absent_test

import data.kcfglint.rules.topic.topic_rf_absent as rule

test_minus_one if {
	rule.report == {{
		"at": "@replication-factor",
		"message": "replication factor -1 leaves the number to default.replication.factor of the brokers, which is 1 unless it is set; write 3",
	}} with input as {"dialect": "terraform", "values": {"@replication-factor": -1}, "state": {"@replication-factor": "explicit"}}
}

test_absent if {
	rule.report == {{
		"at": "@replication-factor",
		"message": "no replication factor leaves the number to default.replication.factor of the brokers, which is 1 unless it is set; write 3",
	}} with input as {"dialect": "strimzi", "values": {}, "state": {"@replication-factor": "absent"}}
}

test_managed if rule.report == set() with input as {"dialect": "terraform", "values": {}, "state": {"@replication-factor": "absent"}}

test_written if rule.report == set() with input as {"dialect": "strimzi", "values": {"@replication-factor": 3}, "state": {"@replication-factor": "explicit"}}
