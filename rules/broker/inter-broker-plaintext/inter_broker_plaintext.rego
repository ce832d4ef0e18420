# METADATA
# title: brokers talk to one another without encryption
# description: |
#   Clients must come by TLS or SASL, but the brokers copy the same records by PLAINTEXT, which is what
#   security.inter.broker.protocol is unless it or inter.broker.listener.name is set. Whoever is on the network
#   between them reads everything, and whoever reaches that listener needs no credentials.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_security.inter.broker.protocol
# custom:
#   id: KB015
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [broker]
#   remediation: Set inter.broker.listener.name to a listener with TLS.
#   since: "0.2.0"
package kcfglint.rules.broker.inter_broker_plaintext

import data.kcfglint.lib.brokers

report contains finding if {
	input.dialect != "strimzi"
	input.state["inter.broker.listener.name"] in {"absent", "default"}
	input.state["security.inter.broker.protocol"] in {"absent", "default"}
	input.state.listeners in {"explicit", "inherited"}
	input.state["listener.security.protocol.map"] in {"absent", "default"}
	names := {upper(trim_space(split(listener, "://")[0])) | some listener in split(input.values.listeners, ",")}
	"PLAINTEXT" in names
	some name in names
	name in {"SSL", "SASL_SSL", "SASL_PLAINTEXT"}
	brokers.level
	finding := {
		"at": "listeners",
		"message": $`listeners has {name} for clients, but brokers talk to one another by PLAINTEXT, as security.inter.broker.protocol is not set; set inter.broker.listener.name={name}`,
	}
}
