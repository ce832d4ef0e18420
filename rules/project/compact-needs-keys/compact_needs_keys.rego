# METADATA
# title: a compacted topic refuses records without keys
# description: |
#   Compaction keeps the last record of each key, so a broker refuses a record without one: "Compacted topic cannot accept message
#   without key". A Kafka table of Flink writes keys only where it has key.format and key.fields, and VoidSerializer writes none at
#   all; with the first record the job fails, or the send. Give the records keys, or set cleanup.policy=delete.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#key-and-value-formats
# custom:
#   id: KT008
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-table, producer]
#   scope: project
#   remediation: Set key.format and key.fields, or cleanup.policy=delete.
#   since: "0.2.0"
package kcfglint.rules.project.compact_needs_keys

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

# DynamicKafkaRecordSerializationSchema.serialize
report contains finding if {
	some topic, clusters in first
	some id in input.joins.sinks[topic]
	table := input.components[id]
	table.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
	table.complete == "full"
	table.state["key.format"] == "absent"
	compacted := near.pick(clusters, table.cluster)
	finding := {
		"at": {"key": "key.format", "component": id},
		"message": $`the table writes records without keys, and topic {topic} has cleanup.policy="{policy(compacted)}" in {input.components[compacted].file}: the broker refuses them, and the job fails with the first; set key.format and key.fields`,
		"related": related(compacted),
	}
}

report contains finding if {
	some topic, clusters in first
	some id in input.joins.producers[topic]
	producer := input.components[id]
	producer.owner != "flink"
	producer.values["key.serializer"] == "org.apache.kafka.common.serialization.VoidSerializer"
	compacted := near.pick(clusters, producer.cluster)
	finding := {
		"at": {"key": "key.serializer", "component": id},
		"message": $`key.serializer="{producer.values["key.serializer"]}" writes no keys, and topic {topic} has cleanup.policy="{policy(compacted)}" in {input.components[compacted].file}: the broker refuses every record; write keys`,
		"related": related(compacted),
	}
}

policy(id) := input.components[id].values["cleanup.policy"]

related(id) := [{"at": {"key": "cleanup.policy", "component": id}, "message": "the topic is compacted"}]

first := {topic: near.first(compacted) |
	some topic, ids in declared.topics
	compacted := [id | some id in ids; compacting(input.components[id])]
	compacted != []
}

compacting(topic) if {
	topic.state["cleanup.policy"] in {"explicit", "inherited"}
	contains(topic.values["cleanup.policy"], "compact")
}
