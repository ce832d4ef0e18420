# METADATA
# title: an exactly-once application reads aborted records
# description: |
#   Under exactly-once Streams sets isolation.level=read_committed for its consumers, but a value with the prefix of one
#   of them gets through in all versions. The main consumer then processes records of aborted transactions, the others
#   restore state from them: exactly-once is silently off. Remove the override.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# custom:
#   id: KS021
#   severities: [error]
#   confidence: certain
#   consequence: duplication
#   kinds: [streams]
#   remediation: Remove isolation.level from the consumer's settings.
#   since: "0.2.0"
package kcfglint.rules.streams.eos_isolation_leak

import data.kcfglint.lib.streams

report contains leak("main.consumer.isolation.level", "the application processes records of aborted transactions") if {
	input.values["main.consumer.isolation.level"] == "read_uncommitted"
	streams.exactly_once
}

report contains leak("restore.consumer.isolation.level", "state is restored from aborted transactions") if {
	input.values["restore.consumer.isolation.level"] == "read_uncommitted"
	streams.exactly_once
}

report contains leak("global.consumer.isolation.level", "global state is filled from aborted transactions") if {
	input.values["global.consumer.isolation.level"] == "read_uncommitted"
	streams.exactly_once
}

guarantee := input.settings["processing.guarantee"]

leak(key, harm) := {
	"at": key,
	"message": $`{key}="read_uncommitted" gets through in spite of processing.guarantee="{guarantee.value}" (line {guarantee.line}): {harm}; remove it`,
	"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
}
