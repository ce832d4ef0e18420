package kcfglint.rules.producer.incremental_buffer_compression_test

import data.kcfglint.rules.producer.incremental_buffer_compression as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 4], "assumed": false}},
	"values": {"buffer.memory.allocation.strategy": "incremental", "compression.type": "lz4", "batch.size": 16384},
}

test_compressed if {
	rule.report == {{
		"at": "buffer.memory.allocation.strategy",
		"message": `buffer.memory.allocation.strategy="incremental" with compression.type="lz4": the producer refuses to start, as it cannot compress in chunks; remove one of the two`,
		"related": [{"at": "compression.type", "message": "compression is asked for here"}],
	}} with input as producer
}

test_uncompressed if rule.report == set() with input as producer with input.values["compression.type"] as "none"

test_less_than_a_chunk if rule.report == set() with input as producer with input.values["batch.size"] as 16383

test_full if rule.report == set() with input as producer with input.values["buffer.memory.allocation.strategy"] as "full"

test_before_4_4 if rule.report == set() with input as producer with input.versions.client.version as [4, 3]
