# METADATA
# title: the topic keeps everything for ever on the brokers
# description: |
#   With retention.ms=-1 no record is ever too old, and without retention.bytes no topic is ever too large: the disks
#   of the brokers fill up. Where that is meant, tiered storage keeps what is old elsewhere, and compaction keeps one
#   record of each key.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.bytes
# custom:
#   id: KT010
#   severities: [info]
#   confidence: certain
#   consequence: cost
#   kinds: [topic]
#   workloads: [cost]
#   remediation: Limit retention.ms or retention.bytes, or use tiered storage.
#   since: "0.2.0"
package kcfglint.rules.topic.retention_unlimited

report contains finding if {
	input.state["retention.ms"] in {"explicit", "inherited"}
	input.values["retention.ms"] == -1
	input.values["retention.bytes"] == -1
	input.values["cleanup.policy"] == "delete"
	input.values["remote.storage.enable"] == false
	finding := {
		"at": "retention.ms",
		"message": `retention.ms="-1" without retention.bytes: nothing is ever deleted, and the disks fill up; set one of them, or tiered storage`,
	}
}
