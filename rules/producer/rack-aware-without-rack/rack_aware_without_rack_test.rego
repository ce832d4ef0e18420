package kcfglint.rules.producer.rack_aware_without_rack_test

import data.kcfglint.rules.producer.rack_aware_without_rack as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 4], "assumed": false}},
	"values": {"partitioner.rack.aware": true},
	"state": {"client.rack": "default"},
	"settings": {"partitioner.rack.aware": {"written": "partitioner.rack.aware", "value": "true", "line": 2, "from_default": false}},
}

test_without_rack if count(rule.report) == 1 with input as producer

test_empty_rack if {
	count(rule.report) == 1 with input as producer
		with input.state["client.rack"] as "explicit"
		with input.values["client.rack"] as ""
}

test_with_rack if {
	rule.report == set() with input as producer
		with input.state["client.rack"] as "explicit"
		with input.values["client.rack"] as "a"
}

test_before_4_4 if rule.report == set() with input as producer with input.versions.client.version as [4, 3]

test_off if rule.report == set() with input as producer with input.values["partitioner.rack.aware"] as false
