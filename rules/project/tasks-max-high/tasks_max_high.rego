# METADATA
# title: a sink has more tasks than partitions to read
# description: |
#   A partition is read by one task, so a sink with more tasks than its topics have partitions has tasks that do nothing but hold a
#   consumer in the group and a connection to the target. Lower tasks.max, or add partitions.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_tasks.max
# custom:
#   id: KN024
#   severities: [info]
#   confidence: certain
#   consequence: cost
#   kinds: [sink-connector]
#   scope: project
#   remediation: Lower tasks.max to the number of partitions.
#   since: "0.2.0"
package kcfglint.rules.project.tasks_max_high

import data.kcfglint.lib.declared

report contains finding if {
	some id in sinks
	component := input.components[id]
	component.state["tasks.max"] in {"explicit", "inherited"}
	component.links.topic_pattern == ""
	every topic in component.links.topics { partitions[topic] }
	total := sum([partitions[topic] | some topic in component.links.topics])
	tasks := component.values["tasks.max"]
	tasks > total
	topic := min(component.links.topics)
	finding := {
		"at": {"key": "tasks.max", "component": id},
		"message": $`tasks.max="{tasks}", but the topics of this sink have {total} partitions: the other tasks have nothing to do; set {total} at most`,
		"related": [{"at": {"key": "@partitions", "component": once[topic]}, "message": "how many partitions there are"}],
	}
}

sinks contains id if {
	some topic, _ in once
	some id in input.joins["sink-connectors"][topic]
}

# Of a topic that is declared once.
partitions := {topic: input.components[id].values["@partitions"] | some topic, id in once}

once := {topic: ids[0] | some topic, ids in declared.topics; count(ids) == 1}
