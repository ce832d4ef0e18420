# METADATA
# title: acks has a value that the client or the brokers refuse
# description: |
#   Java clients take all, -1, 0 and 1, in exactly this spelling, and refuse to start with anything else. librdkafka
#   takes numbers up to 1000, but brokers refuse every produce request whose acks is above 1. Set acks=all.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KP005
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   supersedes: [KM006]
#   remediation: Set acks=all.
#   since: "0.1.0"
package kcfglint.rules.producer.producer_acks_invalid

report contains finding if {
	input.client.name == "java"
	input.state.acks in {"explicit", "inherited", "invalid"}
	value := trim_space(input.settings.acks.value)
	not value in {"all", "-1", "0", "1"}
	finding := {
		"at": "acks",
		"message": $`acks="{value}": the producer refuses to start, as it takes only all, -1, 0 and 1 in this spelling; set acks=all`,
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	input.state.acks in {"explicit", "inherited"}
	value := trim_space(input.settings.acks.value)
	regex.match(`^[0-9]+$`, value)
	to_number(value) > 1
	finding := {
		"at": "acks",
		"severity": "warning",
		"consequence": "stall",
		"message": $`acks="{value}": brokers refuse produce requests whose acks is above 1, so nothing is delivered; set acks=all`,
	}
}
