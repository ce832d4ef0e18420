# METADATA
# title: an application has more replicas than partitions to read
# description: |
#   A partition is read by one member of a group, so the replicas beyond the number of partitions get nothing to do, and a lag that
#   they were to catch up with stays. Add partitions, which moves keys to other ones, or run fewer replicas.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#intro_consumers
# custom:
#   id: KT022
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   scope: project
#   remediation: Give the topic as many partitions as there are replicas.
#   since: "0.2.0"
package kcfglint.rules.project.fewer_partitions_than_replicas

import data.kcfglint.lib.declared

report contains finding if {
	some topic, _ in once
	some id in input.joins.consumers[topic]
	component := input.components[id]
	topic == min(component.links.topics) # once for all of them
	component.links.group != ""
	replicas := component.values["@replicas"]
	every other in component.links.topics { partitions[other] }
	total := sum([partitions[other] | some other in component.links.topics])
	replicas > total
	finding := {
		"at": {"key": "@replicas", "component": id},
		"message": $`{replicas} replicas read {what(component.links.topics)} as group {component.links.group}, with {counted(total)}: the other replicas have nothing to read; run {total} at most, or add partitions`,
		"related": [{"at": {"key": "@partitions", "component": once[topic]}, "message": "how many partitions there are"}],
	}
}

counted(1) := "1 partition"

counted(total) := sprintf("%d partitions", [total]) if total != 1

what(topics) := sprintf("topic %s", [topics[0]]) if count(topics) == 1

what(topics) := sprintf("%d topics", [count(topics)]) if count(topics) > 1

# Of a topic that is declared once.
partitions := {topic: input.components[id].values["@partitions"] | some topic, id in once}

once := {topic: ids[0] | some topic, ids in declared.topics; count(ids) == 1}
