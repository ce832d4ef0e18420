# METADATA
# title: the broker waits for the disk at every few records of the topic
# description: |
#   Kafka keeps records safe by copies on other brokers and leaves it to the operating system when to write them to
#   the disk. flush.messages and flush.ms force that for a topic: with small numbers every write waits for the disk,
#   and what shares the disk waits as well.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_flush.messages
# - ref: https://kafka.apache.org/documentation/#topicconfigs_flush.ms
# custom:
#   id: KT021
#   severities: [warning]
#   confidence: certain
#   consequence: performance
#   kinds: [topic]
#   remediation: Remove flush.messages and flush.ms.
#   since: "0.2.0"
package kcfglint.rules.topic.fsync_per_message

report contains slow("flush.messages", input.values["flush.messages"], "records") if {
	input.state["flush.messages"] in {"explicit", "inherited"}
	input.values["flush.messages"] <= 10
}

report contains slow("flush.ms", input.values["flush.ms"], "ms") if {
	input.state["flush.ms"] in {"explicit", "inherited"}
	input.values["flush.ms"] < 100
}

slow(key, n, unit) := {
	"at": key,
	"message": $`{key}="{n}": the broker writes to the disk every {n} {unit} and everything waits for it, while replicas already keep records safe; remove the line`,
}
