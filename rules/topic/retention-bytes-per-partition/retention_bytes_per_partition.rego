# METADATA
# title: less is kept than one segment holds
# description: |
#   retention.bytes counts for each partition, and only whole segments are deleted, never the one that is written. A
#   partition therefore keeps up to segment.bytes more than that, and a limit below segment.bytes is never what is
#   kept.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.bytes
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.bytes
# custom:
#   id: KT026
#   severities: [info]
#   confidence: certain
#   consequence: cost
#   kinds: [topic]
#   remediation: Set segment.bytes well below retention.bytes.
#   since: "0.2.0"
package kcfglint.rules.topic.retention_bytes_per_partition

report contains finding if {
	input.state["retention.bytes"] in {"explicit", "inherited"}
	kept := input.values["retention.bytes"]
	kept >= 0
	segment := input.values["segment.bytes"]
	kept < segment
	contains(input.values["cleanup.policy"], "delete")
	finding := {
		"at": "retention.bytes",
		"message": $`retention.bytes="{kept}" is for each partition and below segment.bytes ({segment}): a partition keeps a whole segment and more; lower segment.bytes`,
	}
}
