# METADATA
# title: clients must log in and then may do everything
# description: |
#   A listener with SASL finds out who connects, but without authorizer.class.name nothing is made of it: every user
#   may read, write and delete every topic and change the cluster. StandardAuthorizer keeps the rules in the metadata
#   of a KRaft cluster; with ZooKeeper it is AclAuthorizer.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_authorizer.class.name
# - ref: https://kafka.apache.org/documentation/#security_authz
# custom:
#   id: KB016
#   severities: [warning]
#   confidence: likely
#   consequence: security
#   kinds: [broker]
#   remediation: Set authorizer.class.name and grant what each client needs.
#   since: "0.2.0"
package kcfglint.rules.broker.no_authorizer

import data.kcfglint.lib.brokers
import data.kcfglint.lib.listeners

report contains finding if {
	input.dialect != "strimzi"
	input.state["authorizer.class.name"] in {"absent", "default"}
	not brokers.controller
	protocol := min({p | some p in listeners.used; startswith(p, "SASL_")})
	finding := {
		"at": place,
		"message": $`a listener speaks {protocol}, but authorizer.class.name is not set: every user may read, write and delete everything; set it`,
	}
}

place := "listener.security.protocol.map" if input.state["listener.security.protocol.map"] in {"explicit", "inherited"}

place := "listeners" if {
	input.state["listener.security.protocol.map"] in {"absent", "default"}
	input.state.listeners in {"explicit", "inherited"}
}

place := "advertised.listeners" if {
	input.state["listener.security.protocol.map"] in {"absent", "default"}
	not input.state.listeners in {"explicit", "inherited"}
}
