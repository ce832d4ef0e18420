package kcfglint.rules.producer.compression_none_test

import data.kcfglint.rules.producer.compression_none as rule

producer := {"values": {"compression.type": "none"}, "state": {"compression.type": "default"}}

test_default if {
	rule.report == {{
		"at": "compression.type",
		"message": "compression.type is not set and none by default: records cross the network and lie on every replica at full size; set compression.type=zstd or lz4, unless the payload is compressed already",
	}} with input as producer
}

test_written if {
	rule.report == {{
		"at": "compression.type",
		"message": `compression.type="none": records cross the network and lie on every replica at full size; set compression.type=zstd or lz4, unless the payload is compressed already`,
	}} with input as producer with input.state["compression.type"] as "explicit"
}

test_compressed if rule.report == set() with input as producer with input.values["compression.type"] as "lz4"

test_unknown if {
	rule.report == set() with input as {"values": {}, "state": {"compression.type": "unknown"}}
}
