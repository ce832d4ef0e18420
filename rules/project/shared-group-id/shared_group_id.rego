# METADATA
# title: a Flink source commits to the group of another reader
# description: |
#   Flink assigns partitions itself and joins no group; it only commits its offsets to properties.group.id. Another job with the
#   same group and topic commits there too, so that the offsets are now those of one and now those of the other: a start from
#   group offsets repeats or skips records, and the lag that is seen is nobody's. A plain consumer in that group finds its place
#   moved when it has been away. Give each job a group of its own.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#consumer-offset-committing
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#properties
# custom:
#   id: FK009
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Give each job and topic a group of its own.
#   since: "0.2.0"
package kcfglint.rules.project.shared_group_id

import data.kcfglint.lib.near

report contains finding if {
	some name, ids in input.joins.readers
	tables := [id | some id in ids; input.components[id].owner == "flink"]
	tables != []
	clusters := near.parts([[input.components[id].file, id] | some id in ids; reads(input.components[id])])
	some cluster, files in clusters
	others := array.slice(near.around(clusters, cluster), 0, 2)
	some id in files
	input.components[id].owner == "flink"
	peer := [other | some other in others; other != id][0]
	group := input.components[id].links.group
	topic := split(name, " ")[0]
	finding := {
		"at": {"key": "properties.group.id", "component": input.components[id].of},
		"message": sprintf(
			"properties.group.id=%q is also that of %s in %s, and both read topic %q: each overwrites the offsets of the other; give each a group of its own",
			[group, words[input.components[peer].owner == "flink"], input.components[peer].file, topic],
		),
		"severity": severity(id, peer),
		"related": [{"at": {"key": "group.id", "component": peer}, "message": "the same group"}],
	}
}

words := {true: "a Flink source", false: "a consumer"}

# Where nobody goes on from the group's offsets, only what is seen of the lag is wrong.
severity(id, _) := "warning" if goes_on(id)

severity(id, peer) := "warning" if {
	not goes_on(id)
	goes_on(peer)
}

severity(id, peer) := "info" if {
	not goes_on(id)
	not goes_on(peer)
}

goes_on(id) if input.components[id].owner != "flink"

goes_on(id) if input.components[input.components[id].of].values["scan.startup.mode"] == "group-offsets"

goes_on(id) if input.components[input.components[id].of].state["scan.startup.mode"] == "absent"

reads(component) if component.owner != "flink"

# A table that no query in view reads may be the same one in another script.
reads(component) if {
	component.owner == "flink"
	input.components[component.of].values["@sql.role"] in {"source", "both"}
}
