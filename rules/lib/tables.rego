# METADATA
# scope: package
# description: The tables of Flink whose clients use a topic, and who else does.
# schemas:
# - input: schema.project
package kcfglint.lib.tables

# sinks: by topic, the tables that write it.
sinks[topic] contains table if {
	some topic, ids in input.joins.producers
	some id in ids
	input.components[id].owner == "flink"
	table := input.components[id].of
	input.components[table]
}

# sources: by topic, the tables that read it.
sources[topic] contains table if {
	some topic, ids in input.joins.consumers
	some id in ids
	input.components[id].owner == "flink"
	table := input.components[id].of
	input.components[table]
}

# declared: by topic and cluster, where the topic is set up.
declared[topic][cluster] := min(ids) if {
	some topic, clusters in declarations
	some cluster, ids in clusters
}

declarations[topic][cluster] contains id if {
	some topic, ids in input.joins.declarations
	some id in ids
	cluster := input.components[id].cluster
}
