package kcfglint.rules.producer.buffer_smaller_than_batch_test

import data.kcfglint.rules.producer.buffer_smaller_than_batch as rule

producer := {
	"client": {"name": "java"},
	"values": {"buffer.memory": 8192, "batch.size": 16384},
	"state": {"buffer.memory": "explicit", "batch.size": "default"},
}

test_small_buffer if {
	rule.report == {{
		"at": "buffer.memory",
		"message": `buffer.memory="8192" is below batch.size (16384): every send fails, as the buffer cannot hold one batch; set 33554432`,
		"related": [],
	}} with input as producer
}

test_large_batch if {
	rule.report == {{
		"at": "batch.size",
		"message": `batch.size="67108864" is above buffer.memory (33554432): every send fails, as the buffer cannot hold one batch; set 16384`,
	}} with input as producer
		with input.values as {"buffer.memory": 33554432, "batch.size": 67108864}
		with input.state as {"buffer.memory": "default", "batch.size": "explicit"}
}

test_fits if rule.report == set() with input as producer with input.values["buffer.memory"] as 16384

test_unknown if rule.report == set() with input as producer with input.values as {"buffer.memory": 8192}
