package kcfglint.rules.producer.compression_level_ignored_test

import data.kcfglint.rules.producer.compression_level_ignored as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"compression.type": "lz4"},
	"state": {
		"compression.type": "explicit", "compression.gzip.level": "default",
		"compression.lz4.level": "default", "compression.zstd.level": "explicit",
	},
}

test_level_of_another if {
	rule.report == {{
		"at": "compression.zstd.level",
		"message": `compression.zstd.level has no effect, as compression.type is "lz4"; set compression.type=zstd or remove it`,
		"related": [{"at": "compression.type", "message": "the compression that is used"}],
	}} with input as producer
}

test_no_compression if {
	{f.related | some f in rule.report} == {[]} with input as producer
		with input.values["compression.type"] as "none"
		with input.state["compression.type"] as "default"
}

test_own_level if rule.report == set() with input as producer with input.values["compression.type"] as "zstd"

test_unknown_type if rule.report == set() with input as producer with input.values as {}

test_keys_are_newer if rule.report == set() with input as producer with input.versions.client.version as [3, 7]
