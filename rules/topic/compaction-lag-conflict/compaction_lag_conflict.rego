# METADATA
# title: compaction must happen before it may
# description: |
#   A record may be compacted after min.compaction.lag.ms and must be after max.compaction.lag.ms. A minimum above the
#   maximum contradicts itself, and the broker refuses to create or alter the topic.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.compaction.lag.ms
# - ref: https://kafka.apache.org/documentation/#topicconfigs_max.compaction.lag.ms
# custom:
#   id: KT017
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic]
#   remediation: Set min.compaction.lag.ms below max.compaction.lag.ms.
#   since: "0.2.0"
package kcfglint.rules.topic.compaction_lag_conflict

# LogConfig.validateValues
report contains finding if {
	least := input.values["min.compaction.lag.ms"]
	most := input.values["max.compaction.lag.ms"]
	least > most
	input.state["min.compaction.lag.ms"] in {"explicit", "inherited"}
	input.state["max.compaction.lag.ms"] in {"explicit", "inherited"}
	finding := {
		"at": "min.compaction.lag.ms",
		"message": $`min.compaction.lag.ms="{least}" is above max.compaction.lag.ms="{most}" (line {input.settings["max.compaction.lag.ms"].line}): the broker refuses the topic; lower it`,
		"related": [{"at": "max.compaction.lag.ms", "message": "the upper bound"}],
	}
}
