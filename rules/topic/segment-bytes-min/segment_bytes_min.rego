# METADATA
# title: a segment is smaller than brokers take
# description: |
#   Since Kafka 4.1 a topic's segment.bytes is at least 1048576; 4.0 brokers have that bound for their own
#   log.segment.bytes only. A topic with less is refused when it is created or altered. Tiny segments cost open files
#   and memory in every version.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.bytes
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1030%3A+Change+constraints+and+default+values+for+various+configurations
# custom:
#   id: KT013
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic]
#   remediation: Set segment.bytes to at least 1048576.
#   versions: ["broker 4.1"]
#   supersedes: [KM006]
#   since: "0.2.0"
package kcfglint.rules.topic.segment_bytes_min

# LogConfig of 4.1. The value is out of range there, so input.values does not have it.
report contains finding if {
	input.versions.broker.version >= [4, 1]
	input.state["segment.bytes"] in {"explicit", "inherited", "invalid"}
	text := trim_space(input.settings["segment.bytes"].value)
	regex.match(`^[0-9]{2,7}$`, text)
	size := to_number(text)
	size >= 14
	size < 1048576
	finding := {
		"at": "segment.bytes",
		"message": $`segment.bytes="{text}" is below 1048576, and the broker refuses the topic; set at least 1048576`,
	}
}
