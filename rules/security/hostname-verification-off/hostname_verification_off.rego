# METADATA
# title: the client does not check whose certificate it is shown
# description: |
#   With an empty ssl.endpoint.identification.algorithm (none for librdkafka) the client takes any certificate that a
#   trusted authority has signed, whatever host it is for, so everyone with such a certificate can stand between client
#   and broker. Remove the setting: https is the default of Java clients since 2.0 and of librdkafka since 2.0. The Java
#   client has no algorithm none; with it every handshake fails.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.endpoint.identification.algorithm
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KX003
#   severities: [error, warning]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Remove ssl.endpoint.identification.algorithm, or set it to https.
#   versions: ["2.0"]
#   since: "0.1.0"
package kcfglint.rules.security.hostname_verification_off

report contains finding if {
	algorithm := trim_space(input.values["ssl.endpoint.identification.algorithm"])
	lower(algorithm) in off[input.client.name]
	input.state["ssl.endpoint.identification.algorithm"] in {"explicit", "inherited"}
	not unencrypted
	finding := {
		"at": "ssl.endpoint.identification.algorithm",
		"severity": "error",
		"message": $`ssl.endpoint.identification.algorithm="{algorithm}": the host name in the certificate is not checked, so anyone with a trusted certificate can pose as the broker; set https`,
	}
}

report contains finding if {
	lower(input.values["ssl.endpoint.identification.algorithm"]) == "none"
	input.client.name == "java"
	not unencrypted
	finding := {
		"at": "ssl.endpoint.identification.algorithm",
		"severity": "error",
		"consequence": "stall",
		"message": `ssl.endpoint.identification.algorithm="none": Java knows no such algorithm and every handshake fails; set https`,
	}
}

report contains finding if {
	encrypted
	off_by_default
	finding := {
		"at": "ssl.endpoint.identification.algorithm",
		"severity": "warning",
		"message": "ssl.endpoint.identification.algorithm is not set and this client does not check host names by default; set https",
	}
}

off := {"java": {""}, "librdkafka": {"", "none"}}

off_by_default if {
	input.client.name == "java"
	input.state["ssl.endpoint.identification.algorithm"] in {"absent", "default"}
	input.versions.client.version < [2, 0]
}

off_by_default if {
	input.client.name == "librdkafka"
	input.state["ssl.endpoint.identification.algorithm"] == "default"
	input.values["ssl.endpoint.identification.algorithm"] == "none"
}

# A protocol that is left out may come from elsewhere, as there is a setting of TLS.
unencrypted if {
	input.state["security.protocol"] in {"explicit", "inherited"}
	upper(input.values["security.protocol"]) in {"PLAINTEXT", "SASL_PLAINTEXT"}
}

encrypted if upper(input.values["security.protocol"]) in {"SSL", "SASL_SSL"}
