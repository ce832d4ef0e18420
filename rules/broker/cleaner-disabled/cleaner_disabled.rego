# METADATA
# title: compacted topics are never compacted
# description: |
#   log.cleaner.enable=false stops the log cleaner. __consumer_offsets, the state of transactions, Connect's topics
#   and every changelog are compacted and grow without end: disks fill up, and a coordinator that takes over a
#   partition reads all of it before it answers. Kafka 4.1 deprecated the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.cleaner.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1148%3A+Remove+log.cleaner.enable+configuration
# custom:
#   id: KB011
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Remove log.cleaner.enable.
#   since: "0.2.0"
package kcfglint.rules.broker.cleaner_disabled

report contains finding if {
	input.state["log.cleaner.enable"] in {"explicit", "inherited"}
	value := input.values["log.cleaner.enable"]
	value == false
	finding := {
		"at": "log.cleaner.enable",
		"message": `log.cleaner.enable="false": the topics of offsets and transactions and every changelog grow without end; remove the line`,
	}
}
