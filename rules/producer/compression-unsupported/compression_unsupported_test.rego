package kcfglint.rules.producer.compression_unsupported_test

import data.kcfglint.rules.producer.compression_unsupported as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

producer(value) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {},
	"state": {"compression.type": "invalid"},
	"settings": {"compression.type": setting("compression.type", value, 3)},
}

test_capitals if {
	rule.report == {{
		"at": "compression.type",
		"message": `compression.type="ZSTD": the producer refuses to start, as it takes none, gzip, snappy, lz4 and zstd in lower case; set zstd`,
	}} with input as producer("ZSTD")
}

test_other_words if {
	every value in ["brotli", "uncompressed", "producer", ""] { count(rule.report) == 1 with input as producer(value) }
}

test_zstd_before_2_1 if {
	rule.report == {{
		"at": "compression.type",
		"message": `compression.type="zstd": clients before 2.1 do not know it and refuse to start; set lz4`,
	}} with input as producer("zstd") with input.versions.client.version as [2, 0]
}

test_taken if rule.report == set() with input as producer("zstd") with input.state["compression.type"] as "explicit"

test_sarama if {
	sarama := {
		"client": {"name": "sarama"},
		"values": {"compression.type": "zstd", "Version": "V2_0_0_0"},
		"state": {"compression.type": "explicit"},
		"settings": {"compression.type": setting("compression.type", "zstd", 3)},
	}
	count(rule.report) == 1 with input as sarama
	rule.report == set() with input as sarama with input.values.Version as "2.1.0"
}
