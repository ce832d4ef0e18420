package kcfglint.rules.consumer.client_rack_without_selector_test

import data.kcfglint.rules.consumer.client_rack_without_selector as rule

consumer := {"values": {"client.rack": "zone-a", "@broker.replica.selector.class": ""}, "state": {"client.rack": "explicit"}}

test_no_selector if {
	rule.report == {{
		"at": "client.rack",
		"message": `client.rack="zone-a", but the brokers have no replica.selector.class: the consumer reads from the leaders all the same; set RackAwareReplicaSelector there`,
		"related": [{"at": "@broker.replica.selector.class", "message": "the brokers"}],
	}} with input as consumer
}

test_selector if rule.report == set() with input as consumer with input.values["@broker.replica.selector.class"] as "org.apache.kafka.common.replica.RackAwareReplicaSelector"

test_brokers_not_in_view if rule.report == set() with input as consumer with input.values as {"client.rack": "zone-a"}
