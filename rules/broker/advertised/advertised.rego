# METADATA
# title: a broker tells its clients to come to 0.0.0.0
# description: |
#   advertised.listeners are the addresses that a broker gives to clients and to the other brokers. 0.0.0.0 means every
#   address of a machine and nobody can connect to it, so a broker refuses to start with it; that goes for listeners, too,
#   where advertised.listeners is not set. Advertise a host name that clients can resolve.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_advertised.listeners
# custom:
#   id: KB024
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Set advertised.listeners to a host name that clients can resolve.
#   since: "0.2.0"
package kcfglint.rules.broker.advertised

# KafkaConfig.validateValues
report contains finding if {
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	some listener in meta(input.values["advertised.listeners"])
	finding := {
		"at": "advertised.listeners",
		"message": $`advertised.listeners has {listener}: nobody can connect to 0.0.0.0, and the broker refuses to start; advertise a host name`,
	}
}

report contains finding if {
	input.state["advertised.listeners"] == "absent"
	input.state.listeners in {"explicit", "inherited"}
	input.state["advertised.host.name"] in {"absent", "default"}
	only_broker
	some listener in meta(input.values.listeners)
	finding := {
		"at": "listeners",
		"message": $`listeners has {listener} and advertised.listeners is not set: the broker would advertise 0.0.0.0, and refuses to start; set advertised.listeners`,
	}
}

# A controller advertises its listeners only to its like.
only_broker if input.state["process.roles"] in {"absent", "default"}

only_broker if trim_space(input.values["process.roles"]) == "broker"

meta(listeners) := {trim_space(listener) |
	some listener in split(listeners, ",")
	regex.match(`^\s*[A-Za-z0-9_]+://0\.0\.0\.0:`, listener)
}
