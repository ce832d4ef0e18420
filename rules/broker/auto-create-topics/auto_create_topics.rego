# METADATA
# title: a misspelt topic is created
# description: |
#   With auto.create.topics.enable=true, the default, a client that names a topic that does not exist creates it, with
#   the brokers' default partitions and replicas. A slip of the pen in a producer or a consumer becomes a topic to
#   which records go, or from which none come, and nobody is told. On a cluster that others rely on, topics are better
#   created on purpose.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable
# custom:
#   id: KB008
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [broker]
#   remediation: Set auto.create.topics.enable=false and create topics on purpose.
#   since: "0.2.0"
package kcfglint.rules.broker.auto_create_topics

import data.kcfglint.lib.brokers

report contains finding if {
	input.values["auto.create.topics.enable"] == true
	input.state["auto.create.topics.enable"] in {"explicit", "inherited"}
	brokers.level == "error"
	finding := {
		"at": "auto.create.topics.enable",
		"confidence": "likely",
		"message": `auto.create.topics.enable="true": a misspelt name becomes a topic with default partitions and replicas, and its records go there unseen; set false`,
	}
}
