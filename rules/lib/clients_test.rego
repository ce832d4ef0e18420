package kcfglint.lib.clients_test

import data.kcfglint.lib.clients

test_handed_on if {
	clients.handed_on("producer.override.linger.ms") with input as {"kind": "source-connector"}
	clients.handed_on("consumer.max.poll.records") with input as {"kind": "connect-worker"}
	clients.handed_on("main.consumer.max.poll.records") with input as {"kind": "streams"}
}

test_own if {
	not clients.handed_on("tasks.max") with input as {"kind": "source-connector"}
	not clients.handed_on("producer.override.linger.ms") with input as {"kind": "producer"}
}
