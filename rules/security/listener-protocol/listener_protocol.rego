# METADATA
# title: the listener speaks another protocol than the client
# description: |
#   Each listener of a broker has one security protocol. A client with another one never gets through the handshake: it
#   starts, and then logs disconnects or failed requests for metadata for ever. Set the protocol of the listener, or name
#   the listener that has the client's.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_listener.security.protocol.map
# - ref: https://kafka.apache.org/documentation/#security_overview
# custom:
#   id: KX026
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker]
#   remediation: Set security.protocol to that of the listener, or name another listener in bootstrap.servers.
#   since: "0.2.0"
package kcfglint.rules.security.listener_protocol

report contains finding if {
	listener := input.values["@broker.listener"]
	certain
	protocol := upper(trim_space(input.values["security.protocol"]))
	protocol in {"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"}
	protocol != listener
	finding := {
		"at": "security.protocol",
		"message": $`security.protocol="{protocol}", but the listener that bootstrap.servers names speaks {listener}: the client never connects; set {listener}, or name another listener`,
		"related": [
			{"at": "bootstrap.servers", "message": "the listener's address"},
			{"at": "@broker.listener", "message": $`the listener, {listener}`},
		],
	}
}

certain if input.state["security.protocol"] in {"explicit", "inherited"}

# What is not written is only known of what is certain to be such a client.
certain if {
	input.state["security.protocol"] == "default"
	input.kind != "admin"
}
