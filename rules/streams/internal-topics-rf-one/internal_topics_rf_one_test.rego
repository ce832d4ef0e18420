package kcfglint.rules.streams.internal_topics_rf_one_test

import data.kcfglint.rules.streams.internal_topics_rf_one as rule

test_written if {
	rule.report == {{
		"at": "replication.factor",
		"severity": "error",
		"message": `replication.factor="1": losing one broker loses the application's changelogs and the records in its repartition topics; set 3`,
	}} with input as {"values": {"replication.factor": 1}, "state": {"replication.factor": "explicit"}}
}

test_old_default if {
	rule.report == {{
		"at": "replication.factor",
		"severity": "warning",
		"message": "replication.factor is not set and defaults to 1 here: losing one broker loses the application's changelogs and the records in its repartition topics; set 3",
	}} with input as {"values": {"replication.factor": 1}, "state": {"replication.factor": "default"}}
}

test_enough_or_left_to_the_brokers if {
	every factor in [-1, 2, 3] {
		rule.report == set() with input as {"values": {"replication.factor": factor}, "state": {"replication.factor": "explicit"}}
	}
}

test_unknown if rule.report == set() with input as {"values": {}, "state": {"replication.factor": "unknown"}}
