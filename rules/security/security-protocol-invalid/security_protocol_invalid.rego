# METADATA
# title: security.protocol has a value that the client refuses
# description: |
#   Java clients take PLAINTEXT, SSL, SASL_PLAINTEXT and SASL_SSL, in any case; those of 3.3 and 3.4 take them in capital
#   letters only. With anything else, such as TLS, they refuse to start.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_security.protocol
# custom:
#   id: KX013
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   supersedes: [KM006]
#   remediation: Set PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.
#   versions: ["3.3", "3.5"]
#   since: "0.1.0"
package kcfglint.rules.security.security_protocol_invalid

report contains finding if {
	not upper(value) in protocols
	finding := {
		"at": "security.protocol",
		"message": $`security.protocol="{value}": the client refuses to start, as it takes PLAINTEXT, SSL, SASL_PLAINTEXT and SASL_SSL; {mend}`,
	}
}

# ValidString before it was told to take any case (KAFKA-14657).
report contains finding if {
	upper(value) in protocols
	not value in protocols
	input.versions.client.version >= [3, 3]
	input.versions.client.version < [3, 5]
	finding := {
		"at": "security.protocol",
		"message": $`security.protocol="{value}": clients of 3.3 and 3.4 take it in capital letters only and refuse to start; set {upper(value)}`,
	}
}

value := trim_space(input.settings["security.protocol"].value) if {
	input.client.name == "java"
	input.state["security.protocol"] in {"explicit", "inherited", "invalid"}
}

protocols := {"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"}

default mend := "set one of them"

mend := "set SSL" if upper(value) == "TLS"

mend := "set SASL_SSL" if upper(value) in {"SASL_TLS", "SASL-SSL", "SASLSSL"}
