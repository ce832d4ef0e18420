# METADATA
# title: acks=all waits for one replica
# description: |
#   acks=all waits for the replicas that are in sync, and a topic with a single replica, or with min.insync.replicas=1, may have no other than the
#   leader. What the producer has acknowledged is then lost with one broker, which acks=all was to prevent. Give the topic three replicas and
#   min.insync.replicas=2.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# custom:
#   id: KM013
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [producer]
#   scope: project
#   remediation: Give the topic three replicas and min.insync.replicas=2.
#   since: "0.2.0"
package kcfglint.rules.project.acks_all_without_replicas

import data.kcfglint.lib.declared
import data.kcfglint.lib.loss
import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	not loss.expendable(topic)
	some id in input.joins.producers[topic]
	component := input.components[id]
	component.state.acks in {"explicit", "inherited"}
	acks := trim_space(component.values.acks)
	acks in {"all", "-1"}
	weak := near.pick(clusters, component.cluster)
	reason := why(input.components[weak])
	finding := {
		"at": {"key": "acks", "component": id},
		"message": $`acks="{acks}", but topic {topic} in {input.components[weak].file} has {reason.text}: the leader alone may acknowledge, and what it acknowledged is lost with it; set three replicas and min.insync.replicas=2`,
		"related": [{"at": {"key": reason.at, "component": weak}, "message": reason.text}],
	}
}

first := {topic: near.first(weak) |
	some topic, ids in declared.topics
	weak := [id | some id in ids; why(input.components[id])]
	weak != []
}

why(topic) := {"at": "@replication-factor", "text": "a single replica"} if {
	topic.values["@replication-factor"] == 1
	several(topic)
}

why(topic) := {"at": "min.insync.replicas", "text": `min.insync.replicas="1"`} if {
	topic.values["@replication-factor"] > 1
	topic.state["min.insync.replicas"] in {"explicit", "inherited"}
	topic.values["min.insync.replicas"] == 1
}

# A single broker has no more to give.
several(component) if component.values["@brokers"] > 1

several(component) if component.state["@brokers"] in {"absent", "unknown"}
