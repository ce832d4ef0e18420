# METADATA
# title: two consumers have the same static name in a group
# description: |
#   A group has one member of each group.instance.id. When a second one joins, the coordinator fences the first, which stops with
#   FencedInstanceIdException; restarted, it fences the second one in turn. So do the replicas of a deployment that have one
#   configuration. Derive the id from what tells the instances apart, such as the ordinal of a StatefulSet.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.instance.id
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-345%3A+Introduce+static+membership+protocol+to+reduce+consumer+rebalances
# custom:
#   id: KC020
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   scope: project
#   remediation: Derive group.instance.id from what tells the instances apart.
#   since: "0.2.0"
package kcfglint.rules.project.group_instance_id_shared

import data.kcfglint.lib.near

report contains finding if {
	some ids in input.joins["group-instance"]
	named := [id | some id in ids; input.components[id].state["group.instance.id"] in {"explicit", "inherited"}]
	some id, peer in near.peers(named)
	component := input.components[id]
	finding := {
		"at": {"key": "group.instance.id", "component": id},
		"message": $`group.instance.id="{component.values["group.instance.id"]}" is also that of {near.place(input.components[peer])} in group {component.links.group}: each that joins fences the other, which stops; give each instance an id of its own`,
		"related": [{"at": {"key": "group.instance.id", "component": peer}, "message": "the same id"}],
	}
}

report contains finding if {
	some ids in input.joins["group-instance"]
	some id in ids
	component := input.components[id]
	component.state["group.instance.id"] in {"explicit", "inherited"}
	replicas := component.values["@replicas"]
	replicas > 1
	finding := {
		"at": {"key": "group.instance.id", "component": id},
		"message": $`group.instance.id="{component.values["group.instance.id"]}" in {replicas} replicas: each that joins group {component.links.group} fences another, which stops; give each instance an id of its own`,
		"related": [{"at": {"key": "@replicas", "component": id}, "message": "how many there are"}],
	}
}
