package kcfglint.rules.broker.unclean_test

import data.kcfglint.rules.broker.unclean as rule

broker(value, brokers) := {
	"values": {"unclean.leader.election.enable": value, "@brokers": brokers},
	"state": {"unclean.leader.election.enable": "explicit", "@brokers": "explicit"},
}

test_true if {
	rule.report == {{
		"at": "unclean.leader.election.enable",
		"message": `unclean.leader.election.enable="true": a replica that lags behind may become leader, and records that were acknowledged are cut off; set false`,
	}} with input as broker(true, 3)
}

test_controllers_elect if count(rule.report) == 1 with input as broker(true, 3) with input.values["process.roles"] as "controller"

test_false if rule.report == set() with input as broker(false, 3)

test_alone if rule.report == set() with input as broker(true, 1)
