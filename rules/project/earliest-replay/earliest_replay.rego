# METADATA
# title: a group whose offsets expired reads everything again
# description: |
#   With auto.offset.reset=earliest a group without offsets begins at the first record. The offsets of a group that is away for longer than
#   offsets.retention.minutes, a week by default, are gone, and the topic keeps its records for more than a month or for ever: all of
#   them are processed again. Use by_duration from Kafka 4.0 on, or make sure that processing a record twice does no harm.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# custom:
#   id: KC007
#   severities: [info]
#   confidence: likely
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set auto.offset.reset=by_duration:P7D from Kafka 4.0 on, or none.
#   since: "0.2.0"
package kcfglint.rules.project.earliest_replay

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	some id in input.joins.consumers[topic]
	component := input.components[id]
	component.links.group != ""
	component.state["auto.offset.reset"] in {"explicit", "inherited"}
	lower(trim_space(component.values["auto.offset.reset"])) == "earliest"
	kept := near.pick(clusters, component.cluster)
	finding := {
		"at": {"key": "auto.offset.reset", "component": id},
		"message": $`auto.offset.reset="earliest" and topic {topic}, which keeps its records for retention.ms="{input.components[kept].values["retention.ms"]}": a group that is away until its offsets expire processes all of them again; make that harmless, or set none`,
		"related": [{"at": {"key": "retention.ms", "component": kept}, "message": "how long records are kept"}],
	}
}

first := {topic: near.first(found) |
	some topic, ids in declared.topics
	found := [id | some id in ids; kept_long(input.components[id])]
	found != []
}

kept_long(topic) if {
	topic.state["retention.ms"] in {"explicit", "inherited"}
	long(topic.values["retention.ms"])
	topic.values["cleanup.policy"] == "delete" # tables are loaded from the start
}

long(-1)

long(retention) if retention > 2592000000
