package kcfglint.rules.consumer.new_protocol_old_broker_test

import data.kcfglint.rules.consumer.new_protocol_old_broker as rule

consumer := {
	"values": {"group.protocol": "consumer"},
	"state": {"group.protocol": "explicit"},
	"versions": {"broker": {"version": [3, 6], "assumed": false}, "client": {"version": [4, 1], "assumed": false}},
}

test_unknown_to_brokers if {
	rule.report == {{
		"at": "group.protocol",
		"severity": "error",
		"message": `group.protocol="consumer" with brokers of 3.6, which do not know it: the consumer fails when it subscribes; upgrade them to 4.0, or set classic`,
	}} with input as consumer
}

test_preview if {
	some finding in rule.report with input as consumer with input.versions.broker.version as [3, 9]
	finding.severity == "warning"
}

test_new_brokers if rule.report == set() with input as consumer with input.versions.broker.version as [4, 0]

test_brokers_not_known if rule.report == set() with input as consumer with input.versions as {}

test_classic if rule.report == set() with input as consumer with input.values["group.protocol"] as "classic"

test_old_client_does_not_read_it if {
	rule.report == set() with input as consumer with input.versions.client.version as [3, 6]
}
