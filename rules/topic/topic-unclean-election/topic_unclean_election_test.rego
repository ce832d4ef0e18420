package kcfglint.rules.topic.topic_unclean_election_test

import data.kcfglint.rules.topic.topic_unclean_election as rule

topic(name, value, replicas) := {
	"name": name,
	"links": {"topics": [name]},
	"values": {"unclean.leader.election.enable": value, "@replication-factor": replicas},
	"state": {"unclean.leader.election.enable": "explicit"},
}

test_true if {
	rule.report == {{
		"at": "unclean.leader.election.enable",
		"message": `unclean.leader.election.enable="true": a replica that lags behind may become leader, and records that were acknowledged are cut off; set false`,
	}} with input as topic("orders", true, 3)
}

test_false if rule.report == set() with input as topic("orders", false, 3)

test_logs if rule.report == set() with input as topic("app-logs", true, 3)

test_one_replica if rule.report == set() with input as topic("orders", true, 1)
