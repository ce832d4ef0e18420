# METADATA
# title: a consumer fetches less than the topic takes as one batch
# description: |
#   max.partition.fetch.bytes is below max.message.bytes of the topic, or below message.max.bytes of the brokers. Since Kafka 0.10.1 a
#   broker returns the first batch of a fetch whatever its size, so that the consumer goes on, but batches above the limit come one
#   by one, each in a fetch of its own. sarama with a Version below 0.10.1 asks in the old way: it gets a part of the record, and when
#   Consumer.Fetch.Max is reached it reports ErrMessageTooLarge and skips the record. Set as much as the topic takes.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.partition.fetch.bytes
# - ref: https://kafka.apache.org/documentation/#topicconfigs_max.message.bytes
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-74%3A+Add+Fetch+Response+Size+Limit+in+Bytes
# custom:
#   id: KC048
#   severities: [info, error]
#   confidence: certain
#   consequence: performance
#   kinds: [consumer]
#   scope: project
#   remediation: Set max.partition.fetch.bytes to max.message.bytes of the topic.
#   since: "0.2.0"
package kcfglint.rules.project.fetch_below_topic

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	some id in input.joins.consumers[topic]
	component := input.components[id]
	bound := near.pick(clusters, component.cluster)
	limit := input.components[bound].values["max.message.bytes"]
	size := component.values["max.partition.fetch.bytes"]
	size < limit
	component.client.name != "sarama"
	finding := {
		"at": {"key": "max.partition.fetch.bytes", "component": id},
		"message": $`max.partition.fetch.bytes{shown(component, size)} is below max.message.bytes="{limit}" of topic {topic} in {input.components[bound].file}: a batch above it is fetched alone; set {limit}`,
		"related": [{"at": {"key": "max.message.bytes", "component": bound}, "message": "what the topic takes"}],
	}
}

# partitionConsumer.parseResponse; brokers from 4.0 on do not take such requests (KIP-896).
report contains finding if {
	some topic, clusters in first
	some id in input.joins.consumers[topic]
	component := input.components[id]
	bound := near.pick(clusters, component.cluster)
	limit := input.components[bound].values["max.message.bytes"]
	component.client.name == "sarama"
	most := component.values["Consumer.Fetch.Max"]
	most > 0
	most < limit
	version := component.values.Version
	regex.match(`^[vV]?0[._](?:8|9|10[._]0)(?:[._]|$)`, version)
	finding := {
		"at": {"key": "Consumer.Fetch.Max", "component": id},
		"severity": "error",
		"consequence": "loss",
		"message": $`Consumer.Fetch.Max="{most}" is below max.message.bytes="{limit}" of topic {topic} in {input.components[bound].file}: with Version="{version}" sarama skips a record between the two; set {limit}, or 0 for no limit`,
		"related": [{"at": {"key": "max.message.bytes", "component": bound}, "message": "what the topic takes"}],
	}
}

# Without a word from the topic, the brokers' limit holds. The default is 12 bytes more than that of consumers.
report contains finding if {
	some ids in input.joins["known-brokers"]
	some id in ids
	component := input.components[id]
	component.kind == "consumer"
	component.client.name != "sarama"
	limit := component.values["@broker.message.max.bytes"]
	limit > 1048588
	size := component.values["max.partition.fetch.bytes"]
	size < limit
	every topic in component.links.topics { not first[topic] }
	finding := {
		"at": {"key": "max.partition.fetch.bytes", "component": id},
		"message": $`max.partition.fetch.bytes{shown(component, size)} is below {limit}, the message.max.bytes of the brokers: a batch above it is fetched alone; set {limit}`,
		"related": [{"at": {"key": "@broker.message.max.bytes", "component": id}, "message": "what the brokers take"}],
	}
}

shown(component, size) := $`="{size}"` if component.state["max.partition.fetch.bytes"] in {"explicit", "inherited"}

shown(component, size) := $` ({size} by default)` if component.state["max.partition.fetch.bytes"] == "default"

first := {topic: near.first(limited) |
	some topic, ids in declared.topics
	limited := [id | some id in ids; input.components[id].state["max.message.bytes"] in {"explicit", "inherited"}]
	limited != []
}
