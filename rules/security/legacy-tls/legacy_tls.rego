# METADATA
# title: TLS 1.0, TLS 1.1 or SSL is allowed
# description: |
#   ssl.enabled.protocols lets client and broker agree on a version of TLS that RFC 8996 has withdrawn, because its ciphers can
#   be attacked. Java runtimes of recent years refuse these versions on their own, so that where nothing else is listed no
#   connection comes about at all. Write TLSv1.2,TLSv1.3, or remove the setting: that is the default since Kafka 2.6.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.enabled.protocols
# - ref: https://www.rfc-editor.org/rfc/rfc8996
# custom:
#   id: KX005
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker]
#   remediation: Set ssl.enabled.protocols=TLSv1.2,TLSv1.3, or remove it.
#   since: "0.2.0"
package kcfglint.rules.security.legacy_tls

# ssl.protocol chooses the context only; what is spoken is decided by ssl.enabled.protocols
# (DefaultSslEngineFactory.createSslEngine).
report contains finding if {
	old != []
	input.state["ssl.enabled.protocols"] in {"explicit", "inherited"}
	not unencrypted
	finding := {
		"at": "ssl.enabled.protocols",
		"message": $`ssl.enabled.protocols="{input.settings["ssl.enabled.protocols"].value}": {concat(", ", old)} can be attacked, {effect}; set TLSv1.2,TLSv1.3 or remove it`,
	}
}

old := [version |
	some name in split(input.values["ssl.enabled.protocols"], ",")
	version := trim_space(name)
	legacy(version)
]

legacy(version) if regex.match(`^(?i:sslv[23](?:hello)?|ssl|tlsv1(?:\.[01])?)$`, version)

default effect := "and current Java runtimes refuse it on their own"

effect := "and with nothing else allowed current Java runtimes make no connection" if {
	every name in split(input.values["ssl.enabled.protocols"], ",") { legacy(trim_space(name)) }
}

unencrypted if {
	input.kind != "broker"
	input.state["security.protocol"] in {"explicit", "inherited"}
	upper(input.values["security.protocol"]) in {"PLAINTEXT", "SASL_PLAINTEXT"}
}
