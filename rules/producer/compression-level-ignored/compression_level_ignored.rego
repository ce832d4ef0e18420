# METADATA
# title: the level of a compression that is not used has no effect
# description: |
#   compression.gzip.level, compression.lz4.level and compression.zstd.level count only for the compression that
#   compression.type names. The producer starts, and compresses otherwise than the file says, or not at all. Set
#   compression.type to the one that is meant, or remove the level.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.type
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.zstd.level
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-390%3A+Support+Compression+Level
# custom:
#   id: KP024
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [producer]
#   remediation: Set compression.type to the compression that is meant, or remove the level.
#   versions: ["3.8"]
#   since: "0.2.0"
package kcfglint.rules.producer.compression_level_ignored

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [3, 8]
	used := input.values["compression.type"]
	some key, codec in levels
	used != codec
	finding := {
		"at": key,
		"message": $`{key} has no effect, as compression.type is "{used}"; set compression.type={codec} or remove it`,
		"related": [{"at": "compression.type", "message": "the compression that is used"} |
			input.state["compression.type"] in {"explicit", "inherited"}
		],
	}
}

levels["compression.gzip.level"] := "gzip" if input.state["compression.gzip.level"] in {"explicit", "inherited"}

levels["compression.lz4.level"] := "lz4" if input.state["compression.lz4.level"] in {"explicit", "inherited"}

levels["compression.zstd.level"] := "zstd" if input.state["compression.zstd.level"] in {"explicit", "inherited"}
