# METADATA
# title: replication.factor=-1 with brokers that do not know it
# description: |
#   With replication.factor=-1, the default from Kafka 3.0 on, Streams leaves the number of replicas to the brokers.
#   Those before 2.4 refuse to create a topic that way, so the application fails when it creates its internal topics.
#   Set a number, or upgrade the brokers.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_replication.factor
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-464%3A+Defaults+for+AdminClient%23createTopic
# custom:
#   id: KS007
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set replication.factor=3, or upgrade the brokers to 2.4 or newer.
#   versions: ["3.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.rf_minus_one_old_broker

report contains finding if {
	input.values["replication.factor"] == -1
	broker := input.versions.broker.version
	broker < [2, 4]
	finding := {
		"at": "replication.factor",
		"message": $`replication.factor is -1{origin}: brokers of {broker[0]}.{broker[1]} refuse to create topics without a number, and Streams fails; set 3`,
	}
}

default origin := ""

origin := ", the default" if input.state["replication.factor"] == "default"
