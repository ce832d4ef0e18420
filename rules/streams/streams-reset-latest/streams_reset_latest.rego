# METADATA
# title: a Streams application skips what was written before it
# description: |
#   Streams starts partitions without a committed offset at the earliest record. With auto.offset.reset=latest it skips
#   the records that were written before its first start, to partitions that are added later, and while its offsets were
#   expired; tables and aggregates then lack them. Remove it, and set the start of single topics in code with
#   Consumed.withOffsetResetPolicy.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# - ref: https://kafka.apache.org/documentation/streams/developer-guide/config-streams.html
# custom:
#   id: KS022
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove auto.offset.reset, so that Streams begins with the earliest record.
#   supersedes: [KC006]
#   since: "0.2.0"
package kcfglint.rules.streams.streams_reset_latest

import data.kcfglint.lib.loss

report contains finding if {
	lower(trim_space(policy)) == "latest"
	finding := {
		"at": key,
		"severity": severity,
		"message": $`{key}="{policy}" replaces Streams' earliest: records from before the first start, or from while offsets have expired, never enter the application's state and results; remove it`,
	}
}

# The closest prefix counts.
key := "main.consumer.auto.offset.reset" if input.state["main.consumer.auto.offset.reset"] in {"explicit", "inherited"}

key := "consumer.auto.offset.reset" if {
	not input.settings["main.consumer.auto.offset.reset"]
	input.state["consumer.auto.offset.reset"] in {"explicit", "inherited"}
}

key := "auto.offset.reset" if {
	not input.settings["main.consumer.auto.offset.reset"]
	not input.settings["consumer.auto.offset.reset"]
	input.state["auto.offset.reset"] in {"explicit", "inherited"}
}

policy := input.settings["main.consumer.auto.offset.reset"].value if startswith(key, "main.")

policy := input.settings["consumer.auto.offset.reset"].value if startswith(key, "consumer.")

policy := input.settings["auto.offset.reset"].value if startswith(key, "auto.")

default severity := "warning"

severity := "info" if loss.tolerated
