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
	some name, ids in input.joins.readers
	clusters := near.parts([[near.module(input.components[id].file), id] | some id in ids; input.components[id].owner != "flink"])
	some cluster, modules in clusters
	others := near.around(clusters, cluster)
	some id in modules
	peer := near.spouse(others, id)
	group := input.components[id].links.group
	topic := split(name, " ")[0]
	finding := {
		"at": {"key": "group.id", "component": id},
		"message": $`group.id="{group}" is also that of the application in {input.components[peer].file}, and both read {topic}: each record reaches one of the two; give each a group of its own`,
		"related": [{"at": {"key": "group.id", "component": peer}, "message": "the same group"}],
	}
}
