# METADATA
# title: clients of a TLS listener need no certificate
# description: |
#   A listener of protocol SSL knows its clients by their certificates. With ssl.client.auth=none it asks for none,
#   with requested it lets those in who have none: they all are User:ANONYMOUS. Where no listener has SASL there is no
#   other way to tell who connects.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_ssl.client.auth
# custom:
#   id: KB019
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [broker]
#   remediation: Set ssl.client.auth=required.
#   since: "0.2.0"
package kcfglint.rules.broker.client_auth_none

import data.kcfglint.lib.listeners

report contains finding if {
	input.state["ssl.client.auth"] in {"explicit", "inherited"}
	value := lower(trim_space(input.values["ssl.client.auth"]))
	value in object.keys(who)
	"SSL" in listeners.used
	every protocol in listeners.used { not startswith(protocol, "SASL_") }
	finding := {
		"at": "ssl.client.auth",
		"message": $`ssl.client.auth="{value}" and no listener with SASL: {who[value]} is User:ANONYMOUS; set required`,
	}
}

who := {"none": "whoever connects", "requested": "whoever connects without a certificate"}
