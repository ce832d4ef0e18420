# METADATA
# title: A Flink source reads what a transaction may yet abort
# description: |
#   The topic is written in transactions, and this source reads with isolation.level read_uncommitted, which is the default of Kafka's
#   client whatever the documentation of the table connector says. It processes records of transactions that are aborted, and
#   reads them again when the writer sends them anew: the exactly-once of the writer ends here. Set properties.isolation.level to
#   read_committed.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# custom:
#   id: FK019
#   severities: [error, warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set properties.isolation.level to read_committed.
#   since: "0.1.0"
package kcfglint.rules.project.reads_uncommitted_of_exactly_once_topic

report contains finding if {
	some id, topics in exposed
	topic := min(topics)
	writer := origin(topic, input.components[id].cluster)
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": sprintf(
			"isolation.level=\"read_uncommitted\": topic %q is written in transactions by %s, and what is aborted is read too, so records count twice; set properties.isolation.level=read_committed",
			[topic, input.components[writer].name],
		),
		"related": [{"at": {"key": evidence(writer), "component": writer}, "message": "writes in transactions"}],
	}
}

exposed[id] contains topic if {
	some topic, _ in first
	some id in input.joins.topic[topic]
	component := input.components[id]
	component.kind == "consumer"
	component.owner == "flink"
	component.values["isolation.level"] == "read_uncommitted"
	origin(topic, component.cluster)
}

# A writer of the topic: on the same cluster, or else on one that is not known.
origin(topic, cluster) := first[topic][cluster] if {
	cluster != ""
	first[topic][cluster]
}

origin(topic, cluster) := first[topic][""] if {
	cluster != ""
	not first[topic][cluster]
}

origin(topic, "") := anywhere[topic]

anywhere[topic] := min({id | some id in clusters}) if some topic, clusters in first

first[topic][cluster] := min(ids) if {
	some topic, clusters in writers
	some cluster, ids in clusters
}

writers[topic][cluster] contains id if {
	some topic, ids in input.joins.topic
	some id in ids
	component := input.components[id]
	component.kind == "producer"
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
