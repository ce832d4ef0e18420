# METADATA
# title: deletes go before slow readers have seen them
# description: |
#   In a compacted topic a record without value, a tombstone, says that its key is deleted. It goes
#   delete.retention.ms after the compaction. A consumer, a changelog's restore or a mirror that takes longer from the
#   start of the topic to its end, or was away that long, never sees the delete and keeps the old value for ever. The
#   default is a day.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_delete.retention.ms
# custom:
#   id: KT023
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Set delete.retention.ms=86400000 or more.
#   since: "0.2.0"
package kcfglint.rules.topic.tombstones_short

report contains finding if {
	contains(input.values["cleanup.policy"], "compact")
	input.state["delete.retention.ms"] in {"explicit", "inherited"}
	kept := input.values["delete.retention.ms"]
	kept < 3600000
	finding := {
		"at": "delete.retention.ms",
		"message": $`delete.retention.ms="{kept}": deletes go so soon that a reader that was away keeps deleted keys for ever; set 86400000`,
	}
}
