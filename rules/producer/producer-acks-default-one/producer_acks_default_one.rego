# METADATA
# title: the client's default is acks=1, which a leader failure turns into loss
# description: |
#   acks is not set, and the default of this client is 1: Java clients before 3.0, librdkafka before 1.0, sarama,
#   aiokafka, kafka-python before 3.0 and the outgoing channels of SmallRye. The leader acknowledges before a
#   follower has the record, and its failure loses it. Set acks=all.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default
# custom:
#   id: KP003
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set acks=all.
#   supersedes: [KP007]
#   versions: ["3.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.producer_acks_default_one

import data.kcfglint.lib.loss

report contains finding if {
	input.values.acks == "1"
	input.state.acks == "default"
	not_raised
	finding := {
		"at": "acks",
		"severity": severity,
		"message": `acks is not set and defaults to "1" here: the leader acknowledges before any follower has the record, so its failure loses it; set acks=all`,
	}
}

# Idempotence that is asked for and transactions put acks=all in place of the default.
not_raised if {
	input.state["transactional.id"] in {"absent", "default"}
	not_idempotent
}

not_idempotent if input.values["enable.idempotence"] == false

not_idempotent if input.state["enable.idempotence"] in {"absent", "default"}

default severity := "warning"

severity := "info" if input.workload in {"throughput", "latency"}

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
