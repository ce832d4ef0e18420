# METADATA
# title: a sink skips what was written before it
# description: |
#   Connect starts the partitions of a sink that have no committed offset at the earliest record. With latest a new sink
#   skips what is in its topics, and one that was stopped for longer than offsets are kept skips what came meanwhile.
#   Remove it, unless the sink is only for what is new.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_configuring
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# custom:
#   id: KN015
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Remove auto.offset.reset, so that the sink begins with the earliest record.
#   supersedes: [KC006]
#   since: "0.2.0"
package kcfglint.rules.connect.sink_reset_latest

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "connect"
	input.state["auto.offset.reset"] in {"explicit", "inherited"}
	input.values["auto.offset.reset"] == "latest"
	finding := {
		"at": "auto.offset.reset",
		"severity": severity,
		"message": $`{input.settings["auto.offset.reset"].written}="latest" replaces Connect's earliest: a new sink skips what is in its topics, and one that was stopped for long what came meanwhile; remove it`,
	}
}

default severity := "warning"

severity := "info" if loss.tolerated
