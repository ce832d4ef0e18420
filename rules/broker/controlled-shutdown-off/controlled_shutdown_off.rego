# METADATA
# title: a broker leaves without handing its partitions over
# description: |
#   With controlled.shutdown.enable=false a broker that is stopped does not move the leadership of its partitions
#   first. At every restart all of them are without a leader until the controller notices, and writes and reads fail
#   in the meantime. The default is true.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_controlled.shutdown.enable
# custom:
#   id: KB013
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Remove controlled.shutdown.enable.
#   since: "0.2.0"
package kcfglint.rules.broker.controlled_shutdown_off

report contains finding if {
	input.state["controlled.shutdown.enable"] in {"explicit", "inherited"}
	value := input.values["controlled.shutdown.enable"]
	value == false
	finding := {
		"at": "controlled.shutdown.enable",
		"message": `controlled.shutdown.enable="false": at every restart the partitions of this broker are without a leader for a while; remove the line`,
	}
}
