package kcfglint.rules.broker.quorum_even_test

import data.kcfglint.rules.broker.quorum_even as rule

broker(voters, brokers) := {
	"dialect": "kubernetes",
	"values": {"controller.quorum.voters": voters, "@brokers": brokers},
	"state": {"controller.quorum.voters": "explicit", "@brokers": "explicit"},
}

test_even if {
	rule.report == {{
		"at": "controller.quorum.voters",
		"message": "controller.quorum.voters has 2 controllers, which tolerate no more failures than 1; use 3",
	}} with input as broker("1@a:9093,2@b:9093", 2)
}

test_one_for_several if {
	rule.report == {{
		"at": "controller.quorum.voters",
		"message": "controller.quorum.voters has one controller for 3 brokers: while it is down no leader is elected; use 3",
	}} with input as broker("1@a:9093", 3)
}

test_one_machine if rule.report == set() with input as broker("1@a:9093", 3) with input.dialect as "compose"

test_one_for_one if rule.report == set() with input as broker("1@a:9093", 1)

test_three if rule.report == set() with input as broker("1@a:9093,2@b:9093,3@c:9093", 3)
