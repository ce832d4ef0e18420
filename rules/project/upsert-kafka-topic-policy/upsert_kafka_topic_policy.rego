# METADATA
# title: the topic of an upsert-kafka table deletes rows
# description: |
#   An upsert-kafka table is what the last record of each key says; it is read from the beginning of the topic. Where the
#   topic's cleanup.policy deletes what is older than the retention, keys that nobody has written for so long are gone, and
#   whoever reads the table anew, a job without state among them, has a table without these rows. Set cleanup.policy=compact.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/upsert-kafka/
# - ref: https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy
# custom:
#   id: FK026
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Set cleanup.policy=compact for the topic.
#   since: "0.2.0"
package kcfglint.rules.project.upsert_kafka_topic_policy

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

report contains finding if {
	some [id, topic] in used
	where := near.pick(declared.first(topic), input.components[id].cluster)
	input.components[where].state["cleanup.policy"] in {"explicit", "inherited"}
	policy := input.components[where].values["cleanup.policy"]
	deletes(where)
	finding := {
		"at": {"key": "connector", "component": id},
		"message": sprintf("connector=\"upsert-kafka\", but topic %q has cleanup.policy=%q (%s): rows that are not written again within the retention vanish from the table; set compact", [topic, policy, input.components[where].file]),
		"related": [{"at": {"key": "cleanup.policy", "component": where}, "message": "what becomes of old records"}],
	}
}

report contains finding if {
	some [id, topic] in used
	where := near.pick(declared.first(topic), input.components[id].cluster)
	input.components[where].state["cleanup.policy"] == "default"
	input.components[where].complete == "full"
	deletes(where)
	finding := {
		"at": {"key": "connector", "component": id},
		"severity": "warning",
		"confidence": "likely",
		"message": sprintf("connector=\"upsert-kafka\", but topic %q has no cleanup.policy (%s) and deletes by default: rows that are not written again within the retention vanish from the table; set compact", [topic, input.components[where].file]),
		"related": [{"at": {"key": "cleanup.policy", "component": where}, "message": "the topic"}],
	}
}

# The tables of such a connector, each with a topic that is declared.
used contains [id, topic] if {
	some clients in [input.joins.sinks, input.joins.sources]
	some topic, ids in clients
	declared.topics[topic]
	some id in ids
	input.components[id].values.connector in {"upsert-kafka", "upsert-kafka-inlong"}
}

# Without a limit nothing is deleted.
deletes(topic) if {
	input.components[topic].values["cleanup.policy"] == "delete"
	not kept(topic)
}

kept(topic) if {
	input.components[topic].values["retention.ms"] == -1
	input.components[topic].values["retention.bytes"] == -1
}
