# METADATA
# title: the producer sends records that the topic refuses
# description: |
#   max.request.size is above what the topic, or the brokers, accept as one batch of records. A record between the two is answered
#   with MESSAGE_TOO_LARGE, which no retry mends: the send fails, and where nobody looks at the result the record is gone.
#   Raise max.message.bytes of the topic, or lower max.request.size so that the producer refuses such a record at once.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.request.size
# - ref: https://kafka.apache.org/documentation/#topicconfigs_max.message.bytes
# custom:
#   id: KP030
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [producer]
#   scope: project
#   remediation: Raise max.message.bytes of the topic, or lower max.request.size.
#   since: "0.2.0"
package kcfglint.rules.project.producer_larger_than_topic

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

# ProducerConfig's bound is before compression, LogValidator's behind it.
report contains finding if {
	some topic, clusters in first
	some id in input.joins.producers[topic]
	component := input.components[id]
	bound := near.pick(clusters, component.cluster)
	limit := input.components[bound].values["max.message.bytes"]
	size(component) > limit
	finding := {
		"at": {"key": key(component), "component": id},
		"severity": severity(component),
		"message": $`{key(component)}="{size(component)}" is above max.message.bytes="{limit}" of topic {topic} in {input.components[bound].file}: a record between the two is refused and lost; raise it there, or lower {key(component)}`,
		"related": [{"at": {"key": "max.message.bytes", "component": bound}, "message": "what the topic takes"}],
	}
}

# Without a word from the topic, the brokers' limit holds.
report contains finding if {
	some cluster, ids in input.joins["known-brokers"]
	some id in ids
	component := input.components[id]
	component.values["@broker.message.max.bytes"] < size(component)
	written(component)
	not raised[cluster]
	every topic in component.links.topics { not first[topic] }
	limit := component.values["@broker.message.max.bytes"]
	finding := {
		"at": {"key": key(component), "component": id},
		"severity": severity(component),
		"message": $`{key(component)}="{size(component)}" is above {limit}, the message.max.bytes of the brokers: a record between the two is refused and lost; raise it there, or lower {key(component)}`,
		"related": [{"at": {"key": "@broker.message.max.bytes", "component": id}, "message": "what the brokers take"}],
	}
}

# Some topic of the cluster takes more than the brokers do by default.
raised contains cluster if {
	some cluster, ids in input.joins["cluster-topics"]
	some id in ids
	input.components[id].state["max.message.bytes"] in {"explicit", "inherited"}
}

first := {topic: near.first(limited) |
	some topic, ids in declared.topics
	limited := [id | some id in ids; input.components[id].state["max.message.bytes"] in {"explicit", "inherited"}]
	limited != []
}

size(component) := component.values["max.request.size"] if {
	component.kind == "producer"
	component.client.name != "librdkafka"
}

size(component) := component.values["message.max.bytes"] if {
	component.kind == "producer"
	component.client.name == "librdkafka"
}

written(component) if {
	component.client.name != "librdkafka"
	component.state["max.request.size"] in {"explicit", "inherited"}
}

written(component) if {
	component.client.name == "librdkafka"
	component.state["message.max.bytes"] in {"explicit", "inherited"}
}

key(component) := "max.request.size" if component.client.name != "librdkafka"

key(component) := "message.max.bytes" if component.client.name == "librdkafka"

# A compressed batch may fit all the same.
severity(component) := "info" if compressed(component)

severity(component) := "warning" if not compressed(component)

compressed(component) if not lower(component.values["compression.type"]) in {"none", ""}

compressed(component) if component.state["compression.type"] == "unknown"
