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
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker, flink-cluster, flink-job, flink-table, flink-cdc-pipeline]
#   remediation: Fetch the password from the environment, a config provider or a vault, and change it.
#   since: "0.1.0"
package kcfglint.rules.security.inline_password

report contains finding if {
	some key, setting in input.settings
	literal(setting.secret)
	concerned(key)
	not handed_on(key)
	finding := {
		"at": key,
		"severity": severity(key),
		"message": $`{setting.written} stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment or {store} and change it`,
	}
}

# Keys with a prefix too: listener.name.internal.ssl.key.password is a broker's, confluent.metrics.reporter.ssl.key.password
# a plugin's.
concerned(key) if {
	not flink
	some name in names
	is_or_ends_in(key, name)
}

# File systems, metric reporters and connectors of tables have their own.
concerned(key) if {
	flink
	not endswith(key, "sasl.jaas.config") # KX007's
}

default store := "a config provider"

store := "a mounted secret" if flink

flink if input.kind in {"flink-cluster", "flink-job", "flink-table", "flink-cdc-pipeline"}

severity(key) := "warning" if endswith(key, "ssl.truststore.password")

severity(key) := "error" if not endswith(key, "ssl.truststore.password")

is_or_ends_in(key, name) if key == name

is_or_ends_in(key, name) if endswith(key, concat("", [".", name]))

# The keys of Kafka's type PASSWORD that hold a secret, and those that clients have beside
# them. A certificate chain and a truststore's certificates are of that type and public.
names := {
	"ssl.keystore.password", "ssl.key.password", "ssl.truststore.password", "ssl.keystore.key", "ssl.key.pem",
	"sasl.password", "sasl.oauthbearer.client.secret", "sasl.oauthbearer.client.credentials.client.secret",
	"sasl.oauthbearer.assertion.private.key.passphrase", "basic.auth.user.info",
}

# What a worker, a Streams application or a table hands on to its clients is told of them.
handed_on(key) if {
	flink
	startswith(key, "properties.")
}

handed_on(key) if {
	input.kind in {"connect-worker", "streams", "mirror"}
	regex.match(`^(?:(?:main|restore|global)\.)?(?:producer|consumer|admin)\.`, key)
}

literal(secret) if {
	secret.known
	not secret.empty
	not secret.reference
	not secret.sample
}
