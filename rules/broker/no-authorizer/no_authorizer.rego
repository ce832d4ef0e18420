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

report contains finding if {
	input.dialect != "strimzi"
	input.state["authorizer.class.name"] in {"absent", "default"}
	not brokers.controller
	some at in places
	finding := {
		"at": at,
		"message": $`{at} has SASL, but authorizer.class.name is not set: every user may read, write and delete everything; set it`,
	}
}

places contains "listener.security.protocol.map" if {
	input.state["listener.security.protocol.map"] in {"explicit", "inherited"}
	regex.match(`(?i):\s*SASL_(SSL|PLAINTEXT)`, input.values["listener.security.protocol.map"])
}

places contains "listeners" if {
	input.state.listeners in {"explicit", "inherited"}
	input.state["listener.security.protocol.map"] in {"absent", "default"}
	regex.match(`(?i)(^|,)\s*SASL_(SSL|PLAINTEXT)://`, input.values.listeners)
}
