# METADATA
# title: the client talks to brokers outside its own network unencrypted
# description: |
#   With security.protocol=PLAINTEXT everyone on the way to the brokers can read and change the records. Loopback
#   addresses and names that only resolve within a cluster or a private zone (one word, .svc, .internal, .local) are left
#   out. Set SASL_SSL or SSL. Where the protocol is left out, PLAINTEXT is the default and the finding only
#   informational.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_security.protocol
# - ref: https://kafka.apache.org/documentation/#security_ssl
# custom:
#   id: KX001
#   severities: [warning, info]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set security.protocol=SASL_SSL or SSL.
#   since: "0.1.0"
package kcfglint.rules.security.client_plaintext

import data.kcfglint.lib.hosts

report contains finding if {
	upper(input.values["security.protocol"]) == "PLAINTEXT"
	input.state["security.protocol"] in {"explicit", "inherited"}
	not certified
	host := far[0]
	finding := {
		"at": "security.protocol",
		"severity": "warning",
		"message": $`security.protocol="{input.settings["security.protocol"].value}" to "{host}": records cross the network unencrypted, for everyone on the way to read and change; set SASL_SSL or SSL`,
		"related": [{"at": "bootstrap.servers", "message": "not a local or cluster-internal address"}],
	}
}

report contains finding if {
	upper(input.values["security.protocol"]) == "PLAINTEXT"
	input.state["security.protocol"] == "default"
	not certified
	host := far[0]
	finding := {
		"at": "security.protocol",
		"severity": "info",
		"message": $`security.protocol is not set and defaults to PLAINTEXT, to "{host}": records cross the network unencrypted; set SASL_SSL or SSL`,
		"related": [{"at": "bootstrap.servers", "message": "not a local or cluster-internal address"}],
	}
}

# Of a client that has certificates and does not use them tls-keys-without-tls tells. A
# worker may have them for its REST interface.
certified if {
	input.kind != "connect-worker"
	input.state["ssl.truststore.location"] in {"explicit", "inherited"}
	trim_space(input.values["ssl.truststore.location"]) != ""
}

# The brokers that are not near.
far := [name |
	some name in hosts.names(input.values["bootstrap.servers"])
	not hosts.private(name)
]
