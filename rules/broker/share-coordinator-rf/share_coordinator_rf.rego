# METADATA
# title: the state of share groups has a single safe copy
# description: |
#   __share_group_state holds which records the consumers of share groups have in hand or are done with. With one
#   replica, or one in-sync replica that is enough, the loss of a broker loses that state, and records are delivered
#   again. The server.properties that comes with Kafka has 1 for both since 4.0.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_share.coordinator.state.topic.replication.factor
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_share.coordinator.state.topic.min.isr
# custom:
#   id: KB034
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [broker]
#   remediation: Set share.coordinator.state.topic.replication.factor=3 and share.coordinator.state.topic.min.isr=2.
#   since: "0.2.0"
package kcfglint.rules.broker.share_coordinator_rf

import data.kcfglint.lib.brokers

report contains finding if {
	single
	brokers.level == "error"
	finding := {
		"at": "share.coordinator.state.topic.replication.factor",
		"message": `share.coordinator.state.topic.replication.factor="1": losing one broker's disk loses the state of its share groups; set 3`,
	}
}

report contains finding if {
	input.state["share.coordinator.state.topic.min.isr"] in {"explicit", "inherited"}
	input.values["share.coordinator.state.topic.min.isr"] == 1
	not single
	brokers.level == "error"
	finding := {
		"at": "share.coordinator.state.topic.min.isr",
		"message": `share.coordinator.state.topic.min.isr="1": the state of share groups may be on the leader alone and is lost with it; set 2`,
	}
}

single if {
	input.state["share.coordinator.state.topic.replication.factor"] in {"explicit", "inherited"}
	input.values["share.coordinator.state.topic.replication.factor"] == 1
}
