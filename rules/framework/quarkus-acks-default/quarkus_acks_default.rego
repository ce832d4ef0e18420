# METADATA
# title: SmallRye gives its producers acks=1 where acks is not set
# description: |
#   An outgoing channel of SmallRye's Kafka connector hands acks=1 to the producer unless acks is set, whatever the default of
#   the Java client is. The leader acknowledges before a follower has the record, its failure loses it, and idempotence is off.
#   Where idempotence or transactions are asked for, the application does not start. Set
#   mp.messaging.connector.smallrye-kafka.acks=all, which holds for all channels.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/writing-kafka-records/
# - ref: https://quarkus.io/guides/kafka
# custom:
#   id: KM019
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set mp.messaging.connector.smallrye-kafka.acks=all.
#   supersedes: [KP003, KP007]
#   since: "0.2.0"
package kcfglint.rules.framework.quarkus_acks_default

import data.kcfglint.lib.loss

report contains finding if {
	injected
	not asked
	finding := {
		"at": "acks",
		"severity": severity,
		"message": `acks is not set and SmallRye makes it "1": the leader acknowledges before any follower has the record, so its failure loses it, and idempotence is off; set mp.messaging.connector.smallrye-kafka.acks=all`,
	}
}

# ReactiveKafkaProducer.getKafkaProducerConfiguration puts it among what the client is given.
report contains finding if {
	injected
	asked
	some key in asking
	finding := {
		"at": "acks",
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`acks is not set and SmallRye makes it "1", which {key} rules out: the application does not start; set acks=all`,
		"related": [{"at": key, "message": "needs acks=all"}],
	}
}

injected if {
	input.owner == "smallrye"
	input.state.acks == "default"
	input.values.acks == "1"
}

asked if asking != set()

asking contains "enable.idempotence" if {
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	input.values["enable.idempotence"] == true
}

asking contains "transactional.id" if input.state["transactional.id"] in {"explicit", "inherited", "unknown"}

default severity := "error"

severity := "info" if input.workload in {"throughput", "latency"}

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
