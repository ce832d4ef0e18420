# METADATA
# title: the brokers compress anew what the producer compressed
# description: |
#   compression.type of a topic that is not "producer" is what the brokers store. Batches that come compressed otherwise are unpacked
#   and packed again by the leader, each of them; with "uncompressed" they are stored, copied to the followers and read at their full
#   size. Set compression.type=producer, or the same codec on both sides.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_compression.type
# - ref: https://kafka.apache.org/documentation/#producerconfigs_compression.type
# custom:
#   id: KT016
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [topic]
#   scope: project
#   remediation: Set compression.type=producer on the topic.
#   since: "0.2.0"
package kcfglint.rules.project.topic_compression_mismatch

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	some id in input.joins.producers[topic]
	producer := input.components[id]
	producer.state["compression.type"] in {"explicit", "inherited"}
	sent := producer.values["compression.type"]
	where := near.pick(clusters, producer.cluster)
	stored := input.components[where].values["compression.type"]
	not sent in {"none", stored} # brokers may compress what producers do not
	finding := {
		"at": {"key": "compression.type", "component": where},
		"message": $`compression.type="{stored}" of topic {topic}, but {near.place(producer)} sends "{sent}": {what(stored)}; set producer`,
		"related": [{"at": {"key": "compression.type", "component": id}, "message": "how records are sent"}],
	}
}

what("uncompressed") := "the brokers unpack each batch, and store and send it at its full size"

what(stored) := "the brokers unpack each batch and pack it again" if stored != "uncompressed"

first := {topic: near.first(packed) |
	some topic, ids in declared.topics
	packed := [id | some id in ids; packs(input.components[id])]
	packed != []
}

packs(topic) if {
	topic.state["compression.type"] in {"explicit", "inherited"}
	topic.values["compression.type"] != "producer"
}
