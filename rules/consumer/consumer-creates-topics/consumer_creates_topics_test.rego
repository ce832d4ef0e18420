package kcfglint.rules.consumer.consumer_creates_topics_test

import data.kcfglint.rules.consumer.consumer_creates_topics as rule

consumer := {"owner": "", "values": {"allow.auto.create.topics": true, "@broker.auto.create.topics.enable": true}}

test_both if {
	rule.report == {{
		"at": "allow.auto.create.topics",
		"message": "allow.auto.create.topics is true, and so is auto.create.topics.enable of the brokers: a topic whose name has a typo is created, empty; set allow.auto.create.topics=false",
		"related": [{"at": "@broker.auto.create.topics.enable", "message": "the brokers"}],
	}} with input as consumer
}

test_one if {
	rule.report == set() with input as consumer with input.values["allow.auto.create.topics"] as false
	rule.report == set() with input as consumer with input.values["@broker.auto.create.topics.enable"] as false
	rule.report == set() with input as consumer with input.values as {"allow.auto.create.topics": true}
}
