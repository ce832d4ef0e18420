package kcfglint.rules.topic.topic_rf_one_test

import data.kcfglint.rules.topic.topic_rf_one as rule

topic(replicas, brokers) := {"values": {"@replication-factor": replicas, "@brokers": brokers}, "state": {"@brokers": "explicit"}}

finding(severity) := {
	"at": "@replication-factor",
	"severity": severity,
	"message": "replication factor 1: losing the disk of one broker loses the records, and every restart of it stops readers and writers; set 3",
}

test_several_brokers if rule.report == {finding("error")} with input as topic(1, 3)

test_brokers_not_in_view if {
	rule.report == {finding("warning")} with input as {"values": {"@replication-factor": 1}, "state": {"@brokers": "absent"}}
}

test_single_broker if rule.report == set() with input as topic(1, 1)

test_more_replicas if rule.report == set() with input as topic(2, 3)
