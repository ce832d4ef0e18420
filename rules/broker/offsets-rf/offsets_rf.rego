# METADATA
# title: committed offsets have a single replica
# description: |
#   __consumer_offsets holds what every group has consumed. With offsets.topic.replication.factor=1, as the
#   server.properties that comes with Kafka has it, the loss of one broker's disk loses the offsets of a part of the
#   groups, which then skip or repeat records, and a restart stops them. The number counts when the topic is created;
#   a topic that exists must be reassigned.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor
# custom:
#   id: KB002
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set offsets.topic.replication.factor=3.
#   since: "0.2.0"
package kcfglint.rules.broker.offsets_rf

import data.kcfglint.lib.brokers

report contains finding if {
	input.state["offsets.topic.replication.factor"] in {"explicit", "inherited"}
	input.values["offsets.topic.replication.factor"] == 1
	severity := brokers.level
	finding := {
		"at": "offsets.topic.replication.factor",
		"severity": severity,
		"message": `offsets.topic.replication.factor="1": losing one broker's disk loses the committed offsets of its groups; set 3`,
	}
}
