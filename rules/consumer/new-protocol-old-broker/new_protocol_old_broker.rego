# METADATA
# title: the brokers do not know the group protocol
# description: |
#   group.protocol=consumer is what KIP-848 brought. Brokers before 4.0 have it switched off or not at all, and the
#   consumer fails with UnsupportedVersionException when it subscribes. Upgrade the brokers, or use classic.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.protocol
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-848%3A+The+Next+Generation+of+the+Consumer+Rebalance+Protocol
# custom:
#   id: KC029
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Upgrade the brokers to 4.0, or set group.protocol=classic.
#   versions: ["3.7", "broker 3.7", "broker 4.0"]
#   since: "0.2.0"
package kcfglint.rules.consumer.new_protocol_old_broker

report contains finding if {
	input.state["group.protocol"] in {"explicit", "inherited"}
	lower(trim_space(input.values["group.protocol"])) == "consumer"
	input.versions.client.version >= [3, 7] # older ones do not read it: KM003
	version := input.versions.broker.version
	version < [4, 0]
	number := concat(".", [format_int(n, 10) | some n in version])
	finding := {
		"at": "group.protocol",
		"severity": severity(version),
		"message": $`group.protocol="consumer" with brokers of {number}, {state(version)}: the consumer fails when it subscribes; upgrade them to 4.0, or set classic`,
	}
}

severity(version) := "error" if version < [3, 7]

severity(version) := "warning" if version >= [3, 7]

state(version) := "which do not know it" if version < [3, 7]

# GroupCoordinatorConfig.GROUP_COORDINATOR_REBALANCE_PROTOCOLS_DEFAULT was classic.
state(version) := "where it is off unless group.coordinator.rebalance.protocols says otherwise" if version >= [3, 7]
