# METADATA
# title: a job writes to a topic that one broker can lose
# description: |
#   A sink that waits for acks=all waits for the in-sync replicas: with a single replica that is one broker, and its disk takes
#   everything along that checkpoints count as written; the job stands while it restarts. With min.insync.replicas 1 the in-sync
#   replicas may have shrunk to that one broker. Give the topic three replicas and min.insync.replicas 2.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# custom:
#   id: FK022
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Give the topic 3 replicas and min.insync.replicas=2.
#   since: "0.2.0"
package kcfglint.rules.project.sink_topic_durability

import data.kcfglint.lib.declared
import data.kcfglint.lib.loss
import data.kcfglint.lib.near

report contains finding if {
	some topic, ids in input.joins.sinks
	declared.topics[topic]
	not loss.expendable(topic)
	some id in ids
	where := near.pick(declared.first(topic), input.components[id].cluster)
	input.components[where].values["@replication-factor"] == 1
	input.components[where].data_class == ""
	not alone(where)
	finding := {
		"at": {"key": "topic", "component": id},
		"message": sprintf("topic %q has one replica (%s): what checkpoints count as written is lost with one broker, whatever acks says; give it 3", [topic, input.components[where].file]),
		"related": [{"at": {"key": "@replication-factor", "component": where}, "message": "its replicas"}],
	}
}

report contains finding if {
	some topic, ids in input.joins.sinks
	declared.topics[topic]
	not loss.expendable(topic)
	some id in ids
	where := near.pick(declared.first(topic), input.components[id].cluster)
	input.components[where].values["@replication-factor"] > 1
	input.components[where].values["min.insync.replicas"] == 1
	input.components[where].state["min.insync.replicas"] in {"explicit", "inherited"}
	input.components[where].data_class == ""
	finding := {
		"at": {"key": "topic", "component": id},
		"severity": "warning",
		"message": sprintf("topic %q has min.insync.replicas=\"1\" (%s): what acks=all acknowledges, and checkpoints count as written, may be on one broker alone; set 2", [topic, input.components[where].file]),
		"related": [{"at": {"key": "min.insync.replicas", "component": where}, "message": "its in-sync replicas"}],
	}
}

# There is no other broker.
alone(topic) if input.components[topic].values["@brokers"] == 1
