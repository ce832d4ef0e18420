# METADATA
# title: sasl.jaas.config holds a password or client secret
# description: |
#   Everyone who can read the file, its history or its backups can log in to the brokers. Fetch the whole
#   sasl.jaas.config, or the password in it, when the client starts: from the environment, a mounted file through a
#   config provider (${file:/path:key}), or a vault. Then change the password, because the old one stays in the history.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_jaasconfig
# - ref: https://kafka.apache.org/documentation/#config_providers
# custom:
#   id: KX007
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker]
#   remediation: Fetch the credentials from the environment, a config provider or a vault, and change them.
#   since: "0.1.0"
package kcfglint.rules.security.jaas_inline_credentials

# With a prefix too: listener.name.internal.plain.sasl.jaas.config is a broker's.
report contains finding if {
	some key, setting in input.settings
	setting.secret.jaas.literal
	endswith(key, "sasl.jaas.config")
	not handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written} holds a password or client secret in plain text, for everyone who can read the file or its history; fetch it from the environment or a config provider and change it`,
	}
}

# spring.kafka.jaas.options, which Spring Boot turns into a login for the whole JVM.
report contains finding if {
	option := input.settings["@jaas.options.password"]
	option.secret.known
	not option.secret.empty
	not option.secret.sample
	finding := {
		"at": "@jaas.options.password",
		"message": $`{option.written} stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment and change it`,
	}
}

# What a worker or a Streams application hands on to its clients is told of them.
handed_on(key) if {
	input.kind in {"connect-worker", "streams", "mirror"}
	regex.match(`^(?:(?:main|restore|global)\.)?(?:producer|consumer|admin)\.`, key)
}
