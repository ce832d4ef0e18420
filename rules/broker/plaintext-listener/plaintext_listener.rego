# METADATA
# title: clients from outside come without encryption
# description: |
#   A listener that can be reached from outside of the machine or the cluster speaks PLAINTEXT or SASL_PLAINTEXT:
#   whoever is on the way reads the records and, with SASL, the credentials, or changes them. With PLAINTEXT anybody
#   may connect. Inside of a Kubernetes cluster or a compose project that may be accepted, and nothing is said of it.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_ssl
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_listener.security.protocol.map
# custom:
#   id: KB014
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [broker]
#   remediation: Use SSL or SASL_SSL for listeners that are reached from outside.
#   since: "0.2.0"
package kcfglint.rules.broker.plaintext_listener

import data.kcfglint.lib.hosts
import data.kcfglint.lib.listeners

# The facts hold the listener's name, so this rule goes over all settings.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@listener.external.")
	setting.value in {"PLAINTEXT", "SASL_PLAINTEXT"}
	name := trim_prefix(fact, "@listener.external.")
	finding := {
		"at": fact,
		"message": $`listener {name} is reached from outside of the cluster without TLS: whoever is on the way {reads(setting.value)}; set {field}`,
	}
}

report contains finding if {
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	open := [[name, protocol, address] |
		some listener in array.slice(split(input.values["advertised.listeners"], ","), 0, 20)
		[name, address] := split(trim_space(listener), "://")
		protocol := listeners.protocols[upper(name)]
		protocol in {"PLAINTEXT", "SASL_PLAINTEXT"}
		some host in hosts.names(address)
		not hosts.private(host)
	]
	count(open) > 0
	[_, protocol, address] := open[0]
	finding := {
		"at": "advertised.listeners",
		"message": $`clients are sent to {address} by {protocol}: whoever is on the way {reads(protocol)}; use {secure[protocol]}`,
	}
}

# field is how the resource of the operator says that a listener has TLS.
default field := "tls: true"

field := "tls.enabled: true" if input.dialect == "cfk"

reads("PLAINTEXT") := "reads and changes the records, and anybody may connect"

reads("SASL_PLAINTEXT") := "reads the credentials and the records"

secure := {"PLAINTEXT": "SSL", "SASL_PLAINTEXT": "SASL_SSL"}
