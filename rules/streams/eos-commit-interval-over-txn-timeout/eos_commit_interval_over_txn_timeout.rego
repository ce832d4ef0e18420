# METADATA
# title: the commit interval of exactly-once Streams exceeds the transaction timeout
# description: |
#   Under exactly-once, Streams commits one transaction for each commit interval. From 3.0 on it refuses to start when
#   commit.interval.ms is above the transaction timeout of its producers, 10000 by default. Only
#   producer.transaction.timeout.ms counts; transaction.timeout.ms without the prefix does not. The usual cause is a
#   copied commit.interval.ms=30000, the default of at-least-once. Remove it: under exactly-once the default is 100.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_commit.interval.ms
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# custom:
#   id: KS004
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Remove commit.interval.ms, or raise producer.transaction.timeout.ms above it.
#   versions: ["3.0", "4.0"]
#   since: "0.1.0"
package kcfglint.rules.streams.eos_commit_interval_over_txn_timeout

import data.kcfglint.lib.streams

# StreamsConfig.verifyEOSTransactionTimeoutCompatibility
report contains finding if {
	streams.exactly_once
	input.state["commit.interval.ms"] in {"explicit", "inherited"}
	interval > timeout
	input.versions.client.version >= [3, 0]
	finding := {
		"at": "commit.interval.ms",
		"message": $`commit.interval.ms="{interval}" is above producer.transaction.timeout.ms ({timeout}): with processing.guarantee="{guarantee}" (line {line}) Streams refuses to start; remove it`,
		"related": related,
	}
}

report contains finding if {
	streams.exactly_once
	input.state["commit.interval.ms"] == "default"
	timeout < 100 # EOS_DEFAULT_COMMIT_INTERVAL_MS
	input.versions.client.version >= [3, 0]
	finding := {
		"at": "producer.transaction.timeout.ms",
		"message": $`producer.transaction.timeout.ms="{timeout}" is below the commit interval, 100 unless commit.interval.ms is set: with processing.guarantee="{guarantee}" (line {line}) Streams refuses to start; remove it`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}
}

guarantee := input.values["processing.guarantee"]

interval := input.values["commit.interval.ms"]

# What Streams gives its producers under exactly-once, unless the prefixed key is written.
timeout := 10000 if input.state["producer.transaction.timeout.ms"] in {"absent", "default"}

timeout := input.values["producer.transaction.timeout.ms"] if {
	input.state["producer.transaction.timeout.ms"] in {"explicit", "inherited"}
}

line := input.settings["processing.guarantee"].line

related := array.concat(
	[{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	[{"at": "producer.transaction.timeout.ms", "message": "the transaction timeout"} | input.settings["producer.transaction.timeout.ms"]],
)
