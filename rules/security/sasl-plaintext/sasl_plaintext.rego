# METADATA
# title: SASL without encryption
# description: |
#   SASL_PLAINTEXT authenticates over an open connection. PLAIN sends the password as it is, OAUTHBEARER its token;
#   SCRAM sends proofs from which a weak password can be guessed offline; with all of them, GSSAPI included, the records
#   are readable. Set security.protocol=SASL_SSL. Connections within one machine are left out.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_plain
# - ref: https://kafka.apache.org/documentation/#security_sasl_scram
# custom:
#   id: KX002
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set security.protocol=SASL_SSL.
#   since: "0.1.0"
package kcfglint.rules.security.sasl_plaintext

import data.kcfglint.lib.hosts

report contains finding if {
	upper(input.values["security.protocol"]) == "SASL_PLAINTEXT"
	input.state["security.protocol"] in {"explicit", "inherited"}
	mechanism := upper(input.values["sasl.mechanism"])
	not one_machine
	[severity, exposed] := exposure(mechanism)
	finding := {
		"at": "security.protocol",
		"severity": severity,
		"message": $`security.protocol="{input.settings["security.protocol"].value}" with sasl.mechanism="{mechanism}": {exposed}; set SASL_SSL`,
		"related": [{"at": "sasl.mechanism", "message": "the mechanism is chosen here"} | input.settings["sasl.mechanism"]],
	}
}

exposure("PLAIN") := ["error", "the password crosses the network readable, and so do the records"]

exposure("OAUTHBEARER") := ["warning", "the token crosses the network readable, and so do the records"]

exposure("GSSAPI") := ["info", "the login is protected, but the records cross the network readable"]

exposure(mechanism) := ["warning", "the records cross the network readable, and a weak password can be guessed from the login"] if {
	startswith(mechanism, "SCRAM-")
}

# A default, such as Spring's localhost, only says that the brokers are given elsewhere.
one_machine if {
	input.state["bootstrap.servers"] in {"explicit", "inherited"}
	names := hosts.names(input.values["bootstrap.servers"])
	names != []
	every name in names { hosts.loopback(name) }
}
