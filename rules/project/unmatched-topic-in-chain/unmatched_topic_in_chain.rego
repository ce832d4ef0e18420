# METADATA
# title: a topic that nobody else uses, beside one with almost its name
# description: |
#   A job writes to a topic that nobody in view reads, or reads one that nobody writes, and the name of another topic that is
#   missing just that differs by a letter or by its separators. A broker with auto.create.topics.enable creates the misspelt
#   topic without a word, and who reads the right one waits for ever. Write the same name in both places.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#topic
# custom:
#   id: FK020
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-table]
#   scope: project
#   remediation: Write the same name in both places.
#   since: "0.2.0"
package kcfglint.rules.project.unmatched_topic_in_chain

import data.kcfglint.lib.near

report contains finding if {
	some pair, ids in input.joins["similar-topic"]
	[topic, resembling] := split(pair, " ")
	some id in ids
	client := input.components[id]
	client.owner == "flink"
	topic in client.links.topics
	used(client)
	others := [o | some o in ids; resembling in input.components[o].links.topics; o != id]
	other := input.components[min(others)]
	near.meet(client.cluster, other.cluster)
	finding := {
		"at": {"key": "topic", "component": client.of},
		"message": sprintf(
			"topic %q is %s, but %q in %s has almost the same name: if it is meant, nothing arrives; write one name",
			[topic, alone[client.kind], resembling, other.file],
		),
		"related": [{"at": {"key": "topic", "component": min(others)}, "message": sprintf("topic %q", [resembling])}],
	}
}

alone := {"consumer": "read here and written by nobody in view", "producer": "written here and read by nobody in view"}

# What a table is for that no query in view uses is not known for certain.
used(client) if input.components[client.of].values["@sql.role"] in {"source", "sink", "both"}
