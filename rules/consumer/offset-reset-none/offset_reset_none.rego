# METADATA
# title: a consumer without an offset stops instead of choosing one
# description: |
#   With auto.offset.reset=none (error in librdkafka) a consumer fails with NoOffsetForPartitionException where its
#   group has no offset: at its first start, for partitions that are added later, and after the offsets have expired.
#   That loses nothing, provided that somebody sets the offsets and handles the exception.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# custom:
#   id: KC008
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set the offsets of the group before the first start and handle the exception.
#   since: "0.2.0"
package kcfglint.rules.consumer.offset_reset_none

report contains finding if {
	input.values["auto.offset.reset"] == "none"
	input.state["auto.offset.reset"] in {"explicit", "inherited"}
	input.owner != "flink"
	finding := {
		"at": "auto.offset.reset",
		"message": $`auto.offset.reset="{input.settings["auto.offset.reset"].value}": the consumer fails at its first start, for new partitions and after its offsets expired, until somebody sets them; make sure that this is handled`,
	}
}
