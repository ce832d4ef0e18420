# METADATA
# title: the topic is cut into tiny segments
# description: |
#   Every segment is three or more open files and an index in memory, and the broker looks through all of them to
#   delete, to compact and to recover after a crash. With segment.bytes below 16 MiB or segment.ms below ten minutes a
#   busy topic has thousands per partition. Compacted topics and changelogs may need small segments, as the active one
#   is never compacted.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.bytes
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.ms
# custom:
#   id: KT014
#   severities: [warning]
#   confidence: certain
#   consequence: performance
#   kinds: [topic]
#   remediation: Set segment.bytes to at least 16777216 and segment.ms to at least 600000.
#   since: "0.2.0"
package kcfglint.rules.topic.tiny_segments

report contains finding if {
	input.state["segment.bytes"] in {"explicit", "inherited"}
	size := input.values["segment.bytes"]
	size < 16777216
	not small_on_purpose
	finding := {
		"at": "segment.bytes",
		"message": $`segment.bytes="{size}": a busy topic is cut into thousands of files that the broker keeps open; set at least 16777216`,
	}
}

report contains finding if {
	input.state["segment.ms"] in {"explicit", "inherited"}
	age := input.values["segment.ms"]
	age < 600000
	not small_on_purpose
	finding := {
		"at": "segment.ms",
		"message": $`segment.ms="{age}": the topic is cut into thousands of files that the broker keeps open; set at least 600000`,
	}
}

# What is in the active segment is neither compacted nor deleted.
small_on_purpose if contains(input.values["cleanup.policy"], "compact")

small_on_purpose if {
	input.values["retention.ms"] >= 0
	input.values["retention.ms"] <= 3600000
}
