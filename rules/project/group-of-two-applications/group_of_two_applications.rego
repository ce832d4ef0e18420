# METADATA
# title: two applications share a group and its records
# description: |
#   Within a group each record goes to one consumer. Two applications in the same group that read the same topic get part of its records
#   each, and neither sees the rest. Give each application a group of its own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# custom:
#   id: KC047
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   scope: project
#   remediation: Give each application a group of its own.
#   since: "0.2.0"
package kcfglint.rules.project.group_of_two_applications

import data.kcfglint.lib.near

report contains finding if {
	some topic, groups in table
	some group, clusters in groups
	some cluster, modules in clusters
	others := [o | some o in object.union(object.get(clusters, "", {}), modules)]
	low := min(others)
	high := max(others)
	some id in modules
	peer := near.spouse(low, high, id)
	finding := {
		"at": {"key": "group.id", "component": id},
		"message": $`group.id="{group}" is also that of the application in {input.components[peer].file}, and both read {topic}: each record reaches one of the two; give each a group of its own`,
		"related": [{"at": {"key": "group.id", "component": peer}, "message": "the same group"}],
	}
}

table[topic][group][cluster][built] := min(ids) if {
	some topic, groups in readers
	some group, clusters in groups
	some cluster, modules in clusters
	some built, ids in modules
}

readers[topic][group][cluster][built] contains id if {
	some topic, ids in input.joins.consumers
	some id in ids
	component := input.components[id]
	component.owner != "flink"
	group := component.links.group
	group != ""
	built := module(component.file)
	cluster := component.cluster
}

# Where an application is built, if its configuration is part of it: what lies elsewhere may be the same application, deployed.
module(file) := parts[0] if {
	parts := split(file, "src/main/")
	count(parts) == 2
}
