package kcfglint.rules.broker.auto_create_topics_test

import data.kcfglint.rules.broker.auto_create_topics as rule

broker(value, state, brokers) := {
	"values": {"auto.create.topics.enable": value, "@brokers": brokers},
	"state": {"auto.create.topics.enable": state, "@brokers": "explicit"},
}

test_true if {
	rule.report == {{
		"at": "auto.create.topics.enable",
		"confidence": "likely",
		"message": `auto.create.topics.enable="true": a misspelt name becomes a topic with default partitions and replicas, and its records go there unseen; set false`,
	}} with input as broker(true, "explicit", 3)
}

test_false if rule.report == set() with input as broker(false, "explicit", 3)

test_left_alone if rule.report == set() with input as broker(true, "default", 3)

test_alone if rule.report == set() with input as broker(true, "explicit", 1)
