package kcfglint.rules.producer.old_broker_message_max_test

import data.kcfglint.rules.producer.old_broker_message_max as rule

producer := {
	"versions": {"broker": {"version": [2, 4], "assumed": false}},
	"values": {"max.request.size": 1048576},
	"state": {"max.request.size": "default"},
}

test_old_brokers if {
	rule.report == {{
		"at": "max.request.size",
		"message": "max.request.size is 1048576 by default, and brokers before 2.5 refuse batches above 1000012 bytes: records between the two are lost unless the error is handled; set max.request.size=1000000",
	}} with input as producer
}

test_newer_brokers if rule.report == set() with input as producer with input.versions.broker.version as [2, 5]

test_brokers_not_known if rule.report == set() with input as producer with input.versions.broker.assumed as true

test_written if rule.report == set() with input as producer with input.state["max.request.size"] as "explicit"
