# METADATA
# title: a trust store or a key store, but no TLS
# description: |
#   The client is given certificates, but security.protocol is not SSL or SASL_SSL; where it is left out it is PLAINTEXT. The
#   certificates are never read, and records and credentials cross the network unencrypted, which nobody who configured a
#   trust store expects. Set security.protocol=SSL or SASL_SSL, or remove the certificates.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_security.protocol
# - ref: https://kafka.apache.org/documentation/#security_ssl
# custom:
#   id: KX011
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set security.protocol=SSL or SASL_SSL.
#   since: "0.2.0"
package kcfglint.rules.security.tls_keys_without_tls

report contains finding if {
	[at, written] := certificates[0]
	input.state["security.protocol"] in {"explicit", "inherited"}
	encrypted := with_tls[upper(input.values["security.protocol"])]
	not used_by_rest
	protocol := input.settings["security.protocol"]
	finding := {
		"at": at,
		"message": $`{written} is set, but security.protocol="{protocol.value}" (line {protocol.line}) does not encrypt: the certificates are never read; set {encrypted}`,
		"related": [{"at": "security.protocol", "message": "the protocol is chosen here"}],
	}
}

report contains finding if {
	[at, written] := certificates[0]
	input.state["security.protocol"] in {"absent", "default"}
	upper(input.values["security.protocol"]) == "PLAINTEXT"
	connects
	not used_by_rest
	finding := {
		"at": at,
		"confidence": "likely",
		"message": $`{written} is set, but security.protocol is not and defaults to PLAINTEXT, which does not encrypt: the certificates are never read; set security.protocol=SSL`,
	}
}

# A file without the brokers is a part of a configuration; the rest may have the protocol.
connects if input.state["bootstrap.servers"] in {"explicit", "inherited", "forced"}

connects if {
	input.state["bootstrap.servers"] == "unknown"
	input.owner in {"spring", "smallrye"}
}

with_tls := {"PLAINTEXT": "SSL", "SASL_PLAINTEXT": "SASL_SSL"}

# What one sets is enough.
certificates := array.flatten([trust, own, authority])

trust := [["ssl.truststore.location", input.settings["ssl.truststore.location"].written] |
	input.state["ssl.truststore.location"] in {"explicit", "inherited"}
	trim_space(input.values["ssl.truststore.location"]) != ""
]

own := [["ssl.keystore.location", input.settings["ssl.keystore.location"].written] |
	input.state["ssl.keystore.location"] in {"explicit", "inherited"}
	trim_space(input.values["ssl.keystore.location"]) != ""
]

# librdkafka's.
authority := [["ssl.ca.location", input.settings["ssl.ca.location"].written] |
	input.state["ssl.ca.location"] in {"explicit", "inherited"}
	trim_space(input.values["ssl.ca.location"]) != ""
]

# A worker's REST interface over https has the same keys.
used_by_rest if {
	input.kind == "connect-worker"
	contains(lower(input.settings.listeners.value), "https")
}

used_by_rest if {
	input.kind == "connect-worker"
	contains(lower(input.settings["admin.listeners"].value), "https")
}
