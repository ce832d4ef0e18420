# METADATA
# title: A consumer reads what a transaction may yet abort
# description: |
#   The topic is written in transactions, and this consumer reads with isolation.level read_uncommitted, which is the default of
#   most clients and what Spring Boot always sets. It processes records of transactions that are aborted, and again when the producer
#   sends them anew. Set isolation.level to read_committed; librdkafka and KafkaJS do so themselves.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging
# custom:
#   id: KC010
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set isolation.level to read_committed.
#   since: "0.1.0"
package kcfglint.rules.project.read_uncommitted_of_transactional

report contains finding if {
	some id, topics in exposed
	topic := min(topics)
	writer := origin(topic, input.components[id].cluster)
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": sprintf(
			"isolation.level=\"read_uncommitted\": topic %q is written in transactions by %s, and what is aborted is read too; set read_committed",
			[topic, place(writer)],
		),
		"related": [{"at": {"key": evidence(writer), "component": writer}, "message": "writes in transactions"}],
	}
}

# The sources of Flink have a rule of their own.
exposed[id] contains topic if {
	some topic, _ in first
	some id in input.joins.topic[topic]
	component := input.components[id]
	component.kind == "consumer"
	component.owner != "flink"
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

place(id) := sprintf("%s in %s", [input.components[id].name, input.components[id].file]) if input.components[id].name != ""

place(id) := input.components[id].file if input.components[id].name == ""
