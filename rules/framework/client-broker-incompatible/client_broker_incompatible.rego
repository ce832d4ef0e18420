# METADATA
# title: client and broker have no protocol in common
# description: |
#   Kafka 4.0 removed the versions of the protocol that releases before 2.1 speak: a client from 4.0 on cannot talk to a
#   broker before 2.1, nor a client before 2.1 to a broker from 4.0 on. Every request fails with UnsupportedVersionException. Upgrade
#   the older side first.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade_4_0_0
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-896%3A+Remove+old+client+protocol+API+versions+in+Kafka+4.0
# custom:
#   id: KM014
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams]
#   remediation: Upgrade the older side to 2.1 or newer.
#   versions: ["2.1", "4.0"]
#   since: "0.2.0"
package kcfglint.rules.framework.client_broker_incompatible

report contains finding if {
	input.client.name == "java"
	client >= [4, 0]
	broker < [2, 1]
	finding := {
		"at": "bootstrap.servers",
		"message": $`a Kafka client {number(client)} cannot talk to brokers {number(broker)}: every request fails with UnsupportedVersionException; upgrade the brokers to 2.1 or newer, or stay at a client before 4.0`,
	}
}

report contains finding if {
	input.client.name == "java"
	client < [2, 1]
	broker >= [4, 0]
	finding := {
		"at": "bootstrap.servers",
		"message": $`a Kafka client {number(client)} cannot talk to brokers {number(broker)}: every request fails with UnsupportedVersionException; upgrade the client to 2.1 or newer`,
	}
}

client := input.versions.client.version

broker := input.versions.broker.version

number(version) := concat(".", [$`{n}` | some n in version])
