# METADATA
# title: compression.type is not what the client knows
# description: |
#   Java producers take none, gzip, snappy, lz4 and zstd, in lower case, and zstd from 2.1 on only; with anything else
#   they refuse to start. sarama refuses zstd unless its Version is at least 2.1. uncompressed and producer are values of
#   topics.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.type
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-110%3A+Add+Codec+for+ZStandard+Compression
# custom:
#   id: KP023
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   supersedes: [KM006]
#   remediation: Set lz4 or zstd.
#   versions: ["2.1"]
#   since: "0.1.0"
package kcfglint.rules.producer.compression_unsupported

report contains finding if {
	input.client.name == "java"
	not value in {"none", "gzip", "snappy", "lz4", "zstd"}
	finding := {
		"at": "compression.type",
		"message": $`compression.type="{value}": the producer refuses to start, as it takes none, gzip, snappy, lz4 and zstd in lower case; {mend}`,
	}
}

report contains finding if {
	input.client.name == "java"
	value == "zstd"
	input.versions.client.version < [2, 1]
	finding := {
		"at": "compression.type",
		"message": `compression.type="zstd": clients before 2.1 do not know it and refuse to start; set lz4`,
	}
}

# Config.Validate.
report contains finding if {
	input.client.name == "sarama"
	input.values["compression.type"] == "zstd"
	input.state["compression.type"] in {"explicit", "inherited"}
	version := regex.find_n(`[0-9]+`, input.values.Version, 2)
	[to_number(version[0]), to_number(version[1])] < [2, 1]
	finding := {
		"at": "compression.type",
		"message": $`compression.type="zstd" with Version="{input.values.Version}": the producer refuses to start, as brokers before 2.1 do not know it; set lz4 or a newer Version`,
		"related": [{"at": "Version", "message": "the version of the brokers"}],
	}
}

value := trim_space(input.settings["compression.type"].value) if {
	input.state["compression.type"] in {"explicit", "inherited", "invalid"}
}

default mend := "set lz4 or zstd"

mend := $`set {lower(value)}` if lower(value) in {"none", "gzip", "snappy", "lz4", "zstd"}

mend := "set none" if value == "uncompressed"
