# METADATA
# title: records of a quiet topic stay far beyond their retention
# description: |
#   A segment is deleted when the last of its records is past retention.ms, and the one that is written to is closed after
#   segment.ms, a week by default, or when segment.bytes are full. Where little is written, records stay for segment.ms
#   and retention.ms together. Who counts on the retention, for the sake of space or of privacy, sets segment.ms below it.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.ms
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# custom:
#   id: KT012
#   severities: [info]
#   confidence: likely
#   consequence: cost
#   kinds: [topic]
#   remediation: Set segment.ms below retention.ms.
#   since: "0.2.0"
package kcfglint.rules.topic.segment_outlives_retention

# UnifiedLog.deleteRetentionMsBreachedSegments
report contains finding if {
	input.state["retention.ms"] in {"explicit", "inherited"}
	retention := input.values["retention.ms"]
	retention >= 0
	age := input.values["segment.ms"]
	age > retention * 2
	input.values["cleanup.policy"] == "delete"
	finding := {
		"at": "retention.ms",
		"message": $`retention.ms="{retention}", but a segment is written to for segment.ms ({age}{how}): where little is written, records stay as long as both together; set segment.ms={max([600000, retention])}`,
	}
}

how := " by default" if input.state["segment.ms"] == "default"

how := $`, line {input.settings["segment.ms"].line}` if input.state["segment.ms"] in {"explicit", "inherited"}
