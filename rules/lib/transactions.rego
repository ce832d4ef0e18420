# METADATA
# scope: package
# description: Which topics are written in transactions, and by whom.
# schemas:
# - input: schema.project
package kcfglint.lib.transactions

# exposed: the consumers of such topics that read uncommitted, and the topics.
exposed[id] contains topic if {
	some topic, _ in first
	some id in input.joins.consumers[topic]
	component := input.components[id]
	component.values["isolation.level"] == "read_uncommitted"
	origin(topic, component.cluster)
}

# A writer of the topic: on the same cluster, or else on one that is not known.
origin(topic, cluster) := first[topic][cluster] if cluster != ""

origin(topic, cluster) := first[topic][""] if {
	cluster != ""
	not first[topic][cluster]
}

origin(topic, "") := anywhere[topic]

anywhere[topic] := min({id | some id in clusters}) if some topic, clusters in first

# Looked up often, so it is made once.
first := {topic: {cluster: min(ids) | some cluster, ids in clusters} | some topic, clusters in writers}

writers[topic][cluster] contains id if {
	some topic, ids in input.joins.producers
	some id in ids
	component := input.components[id]
	transactional(component)
	cluster := component.cluster
}

transactional(component) if component.values["@transactional"] == true

transactional(component) if component.state["transactional.id"] in {"explicit", "inherited", "forced"}

# A placeholder is an id all the same.
transactional(component) if {
	component.state["transactional.id"] == "unknown"
	component.complete == "full"
}

transactional(component) if component.links.transactional_prefix != ""

evidence(id) := "@transactional" if input.components[id].values["@transactional"] == true

evidence(id) := "transactional.id" if not input.components[id].values["@transactional"] == true
