# METADATA
# title: exactly_once_v2 with brokers that do not support it
# description: |
#   exactly_once_v2, which exactly_once_beta was called before, needs brokers of Kafka 2.5 or newer: the producer of a
#   thread commits for all of its tasks, and older brokers cannot fence it by its group. Streams fails when it starts.
#   Upgrade the brokers, or stay with at_least_once.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-447%3A+Producer+scalability+for+exactly+once+semantics
# custom:
#   id: KS003
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Upgrade the brokers to 2.5 or newer, or set processing.guarantee=at_least_once.
#   since: "0.2.0"
package kcfglint.rules.streams.eos_v2_old_broker

report contains finding if {
	guarantee := input.values["processing.guarantee"]
	guarantee in {"exactly_once_v2", "exactly_once_beta"}
	broker := input.versions.broker.version
	broker < [2, 5]
	finding := {
		"at": "processing.guarantee",
		"message": $`processing.guarantee="{guarantee}": brokers of {broker[0]}.{broker[1]} do not support it, they must be 2.5 or newer, and Streams fails when it starts; upgrade them`,
	}
}
