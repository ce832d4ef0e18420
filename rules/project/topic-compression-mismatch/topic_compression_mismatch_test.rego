package kcfglint.rules.project.topic_compression_mismatch_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.topic_compression_mismatch as rule

project(stored, sent) := topics_test.project({"orders": ["p", "t"]}, {
	"p": {
		"kind": "producer", "name": "orders", "file": "application.yml", "cluster": "kafka:9092",
		"values": {"compression.type": sent}, "state": {"compression.type": "explicit"},
	},
	"t": {
		"kind": "topic", "name": "orders", "file": "orders.yaml", "cluster": "",
		"values": {"compression.type": stored}, "state": {"compression.type": "explicit"},
	},
})

finding(message) := {{
	"at": {"key": "compression.type", "component": "t"},
	"message": message,
	"related": [{"at": {"key": "compression.type", "component": "p"}, "message": "how records are sent"}],
}}

test_other_codec if {
	message := `compression.type="gzip" of topic orders, but orders in application.yml sends "zstd": the brokers unpack each batch and pack it again; set producer`
	rule.report == finding(message) with input as project("gzip", "zstd")
}

test_unpacked if {
	message := `compression.type="uncompressed" of topic orders, but orders in application.yml sends "zstd": the brokers unpack each batch, and store and send it at its full size; set producer`
	rule.report == finding(message) with input as project("uncompressed", "zstd")
}

test_same if rule.report == set() with input as project("zstd", "zstd")

test_producer if rule.report == set() with input as project("producer", "zstd")

test_packed_by_brokers if rule.report == set() with input as project("zstd", "none")

test_left_out if rule.report == set() with input as project("zstd", "lz4") with input.components.p.state as {"compression.type": "default"}
