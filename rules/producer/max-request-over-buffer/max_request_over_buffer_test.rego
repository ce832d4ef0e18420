package kcfglint.rules.producer.max_request_over_buffer_test

import data.kcfglint.rules.producer.max_request_over_buffer as rule

producer := {
	"client": {"name": "java"},
	"values": {"buffer.memory": 33554432, "max.request.size": 67108864},
	"state": {"buffer.memory": "default", "max.request.size": "explicit"},
}

test_large_requests if {
	rule.report == {{
		"at": "max.request.size",
		"message": "max.request.size (67108864) is above buffer.memory (33554432): records between the two always fail, as the buffer cannot hold them; raise buffer.memory",
		"related": [],
	}} with input as producer
}

test_small_buffer if {
	{f.at | some f in rule.report} == {"buffer.memory"} with input as producer
		with input.values as {"buffer.memory": 524288, "max.request.size": 1048576}
		with input.state as {"buffer.memory": "explicit", "max.request.size": "default"}
}

test_fits if rule.report == set() with input as producer with input.values["max.request.size"] as 33554432

test_other_clients if rule.report == set() with input as producer with input.client.name as "librdkafka"
