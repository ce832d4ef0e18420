# METADATA
# title: broker.id and node.id differ
# description: |
#   node.id is the name of a node in a KRaft cluster, broker.id the older name of the same number. A broker refuses to start
#   if both are set and differ. Remove broker.id.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_node.id
# custom:
#   id: KB023
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Remove broker.id.
#   versions: ["broker 2.8"]
#   since: "0.2.0"
package kcfglint.rules.broker.broker_id

# KafkaConfig
report contains finding if {
	input.state["broker.id"] in {"explicit", "inherited"}
	input.state["node.id"] in {"explicit", "inherited"}
	broker := input.values["broker.id"]
	node := input.values["node.id"]
	broker != node
	input.versions.broker.version >= [2, 8]
	finding := {
		"at": "broker.id",
		"message": $`broker.id="{broker}" differs from node.id="{node}" (line {input.settings["node.id"].line}): the broker refuses to start; remove broker.id`,
		"related": [{"at": "node.id", "message": "the id of the node"}],
	}
}
