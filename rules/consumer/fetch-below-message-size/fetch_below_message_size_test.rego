package kcfglint.rules.consumer.fetch_below_message_size_test

import data.kcfglint.rules.consumer.fetch_below_message_size as rule

consumer := {
	"client": {"name": "librdkafka"},
	"values": {"fetch.max.bytes": 500000, "message.max.bytes": 1000000, "receive.message.max.bytes": 100000000},
	"state": {"fetch.max.bytes": "explicit", "receive.message.max.bytes": "default"},
}

test_fetch if {
	rule.report == {{
		"at": "fetch.max.bytes",
		"message": `fetch.max.bytes="500000" is below message.max.bytes (1000000): librdkafka refuses to start; set at least 1000000`,
	}} with input as consumer
}

test_receive if {
	rule.report == {{
		"at": "receive.message.max.bytes",
		"message": `receive.message.max.bytes="52429311" is below fetch.max.bytes + 512 (52429312): librdkafka refuses to start; set at least 52429312`,
	}} with input as consumer
		with input.values as {"fetch.max.bytes": 52428800, "message.max.bytes": 1000000, "receive.message.max.bytes": 52429311}
		with input.state as {"fetch.max.bytes": "default", "receive.message.max.bytes": "explicit"}
}

test_enough if rule.report == set() with input as consumer with input.values["message.max.bytes"] as 500000

test_java if rule.report == set() with input as consumer with input.client.name as "java"
