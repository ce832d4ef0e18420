# METADATA
# title: the topic takes very large records
# description: |
#   max.message.bytes above 10 MiB asks memory of everybody who handles a batch: the broker that checks and copies it,
#   followers, producers and consumers, which must be set to take it as well. Large objects are better kept elsewhere,
#   with a reference in the record.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_max.message.bytes
# custom:
#   id: KT015
#   severities: [warning]
#   confidence: likely
#   consequence: performance
#   kinds: [topic]
#   remediation: Keep large objects elsewhere, and set max.message.bytes to 10485760 or less.
#   since: "0.2.0"
package kcfglint.rules.topic.message_max_large

report contains finding if {
	input.state["max.message.bytes"] in {"explicit", "inherited"}
	value := input.values["max.message.bytes"]
	value > 10485760
	finding := {
		"at": "max.message.bytes",
		"message": $`max.message.bytes="{value}": every broker and client that handles such a batch needs the memory for it, and must be set to take it; keep large objects elsewhere`,
	}
}
