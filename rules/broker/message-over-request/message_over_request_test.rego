package kcfglint.rules.broker.message_over_request_test

import data.kcfglint.rules.broker.message_over_request as rule

broker(largest, limit) := {
	"values": {"message.max.bytes": largest, "socket.request.max.bytes": limit},
	"state": {"message.max.bytes": "explicit", "socket.request.max.bytes": "default"},
}

test_above if {
	rule.report == {{
		"at": "message.max.bytes",
		"message": `message.max.bytes="200000000" is above socket.request.max.bytes (104857600 by default): a request with such a batch is cut off, and the producer tries in vain; raise socket.request.max.bytes, or lower this`,
	}} with input as broker(200000000, 104857600)
}

test_within if rule.report == set() with input as broker(10485760, 104857600)

topic(largest) := {
	"values": {"max.message.bytes": largest, "@broker.socket.request.max.bytes": 104857600},
	"state": {"max.message.bytes": "explicit"},
}

test_topic if {
	rule.report == {{
		"at": "max.message.bytes",
		"message": `max.message.bytes="209715200" is above 104857600, the socket.request.max.bytes of the brokers: a request with such a batch is cut off, and the producer tries in vain; raise it there, or lower this`,
		"related": [{"at": "@broker.socket.request.max.bytes", "message": "the brokers"}],
	}} with input as topic(209715200)
	rule.report == set() with input as topic(104857600)
}
