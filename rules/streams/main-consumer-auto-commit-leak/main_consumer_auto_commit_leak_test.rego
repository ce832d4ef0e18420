package kcfglint.rules.streams.main_consumer_auto_commit_leak_test

import data.kcfglint.rules.streams.main_consumer_auto_commit_leak as rule

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"main.consumer.enable.auto.commit": true},
}

test_leak if {
	rule.report == {{
		"at": "main.consumer.enable.auto.commit",
		"message": `main.consumer.enable.auto.commit="true": before Kafka 4.2 Streams lets it through, and the consumer commits records that are not processed yet, which a crash loses; remove it`,
	}} with input as app
}

test_closed if rule.report == set() with input as app with input.versions.client.version as [4, 2]

test_off if rule.report == set() with input as app with input.values["main.consumer.enable.auto.commit"] as false
