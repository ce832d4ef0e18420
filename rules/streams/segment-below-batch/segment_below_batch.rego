# METADATA
# title: segments of internal topics are smaller than the producer's batches
# description: |
#   A batch must fit into one segment of the log. Where topic.segment.bytes and the batch size of the producer are both
#   written, Streams compares them when it makes the main consumer and refuses to start if the segment is the smaller
#   one. The defaults are not compared. Raise topic.segment.bytes or lower producer.batch.size.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_segment.bytes
# - ref: https://kafka.apache.org/documentation/#producerconfigs_batch.size
# custom:
#   id: KS025
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set topic.segment.bytes to at least the producer's batch.size.
#   since: "0.2.0"
package kcfglint.rules.streams.segment_below_batch

# StreamsConfig.getMainConsumerConfigs
report contains finding if {
	segment < batch
	finding := {
		"at": "topic.segment.bytes",
		"message": $`topic.segment.bytes="{segment}" is below {key}="{batch}" (line {line}): a batch would fit into no segment and Streams refuses to start; set at least {batch}`,
		"related": [{"at": key, "message": "the batch size"}],
	}
}

segment := input.values["topic.segment.bytes"] if input.state["topic.segment.bytes"] in {"explicit", "inherited"}

# Brokers from 4.0 on refuse such small segments, but Streams compares first.
segment := to_number(text) if {
	input.state["topic.segment.bytes"] == "invalid"
	text := trim_space(input.settings["topic.segment.bytes"].value)
	regex.match(`^[0-9]{1,18}$`, text)
}

key := "producer.batch.size" if input.state["producer.batch.size"] in {"explicit", "inherited"}

# What has the prefix counts before what has none.
key := "batch.size" if {
	input.state["producer.batch.size"] == "absent"
	input.state["batch.size"] in {"explicit", "inherited"}
}

batch := input.values["producer.batch.size"] if key == "producer.batch.size"

batch := input.values["batch.size"] if key == "batch.size"

line := input.settings["producer.batch.size"].line if key == "producer.batch.size"

line := input.settings["batch.size"].line if key == "batch.size"
