# METADATA
# title: a password stands in the file
# description: |
#   Everyone who can read the file, its history or its backups has the password, and changing it means changing the
#   file. Fetch it when the client starts: from the environment, from a mounted file through a config provider
#   (${file:/path:key}, ${env:NAME}), or from a vault. Then change the password, because the old one stays in the history.
#   A trust store holds public certificates: its password keeps others from adding theirs, and gives away no secret, so it
#   is a warning only, and none if it is changeit, with which every Java runtime's own is shipped.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#config_providers
# - ref: https://kafka.apache.org/documentation/#security_ssl
# custom:
#   id: KX006
#   severities: [error, warning]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker]
#   remediation: Fetch the password from the environment, a config provider or a vault, and change it.
#   since: "0.1.0"
package kcfglint.rules.security.inline_password

report contains finding if {
	some key in inline
	finding := {
		"at": key,
		"severity": severity(key),
		"message": $`{key} stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment or a config provider and change it`,
	}
}

severity(key) := "warning" if endswith(key, "ssl.truststore.password")

severity(key) := "error" if not endswith(key, "ssl.truststore.password")

# The keys of Kafka's type PASSWORD that hold a secret, and those that clients have beside
# them. A certificate chain and a truststore's certificates are of that type and public.
inline contains "ssl.keystore.password" if literal(input.settings["ssl.keystore.password"].secret)

inline contains "ssl.key.password" if literal(input.settings["ssl.key.password"].secret)

inline contains "ssl.truststore.password" if literal(input.settings["ssl.truststore.password"].secret)

inline contains "ssl.keystore.key" if literal(input.settings["ssl.keystore.key"].secret)

inline contains "ssl.key.pem" if literal(input.settings["ssl.key.pem"].secret)

inline contains "sasl.password" if literal(input.settings["sasl.password"].secret)

inline contains "sasl.oauthbearer.client.secret" if literal(input.settings["sasl.oauthbearer.client.secret"].secret)

inline contains "sasl.oauthbearer.client.credentials.client.secret" if {
	literal(input.settings["sasl.oauthbearer.client.credentials.client.secret"].secret)
}

inline contains "sasl.oauthbearer.assertion.private.key.passphrase" if {
	literal(input.settings["sasl.oauthbearer.assertion.private.key.passphrase"].secret)
}

inline contains "basic.auth.user.info" if literal(input.settings["basic.auth.user.info"].secret)

inline contains "schema.registry.basic.auth.user.info" if {
	literal(input.settings["schema.registry.basic.auth.user.info"].secret)
}

inline contains "schema.registry.ssl.keystore.password" if {
	literal(input.settings["schema.registry.ssl.keystore.password"].secret)
}

inline contains "schema.registry.ssl.truststore.password" if {
	literal(input.settings["schema.registry.ssl.truststore.password"].secret)
}

inline contains "schema.registry.ssl.key.password" if {
	literal(input.settings["schema.registry.ssl.key.password"].secret)
}

literal(secret) if {
	secret.known
	not secret.empty
	not secret.reference
	not secret.sample
}
