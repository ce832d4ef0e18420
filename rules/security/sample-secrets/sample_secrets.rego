# METADATA
# title: a password that documentation publishes
# description: |
#   The password is one of those with which documentation, images and examples are shipped: changeit, test1234, admin-secret, the names of
#   vendors. Whoever wants in tries these first. Choose one that nobody can guess, and fetch it when the client
#   starts: from the environment, a mounted file through a config provider, or a vault.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_plain
# - ref: https://kafka.apache.org/documentation/#config_providers
# custom:
#   id: KX021
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker, flink-cluster, flink-job, flink-table, flink-cdc-pipeline]
#   remediation: Choose a password that nobody can guess, and fetch it from the environment, a config provider or a vault.
#   supersedes: [KX006, KX007]
#   since: "0.2.0"
package kcfglint.rules.security.sample_secrets

import data.kcfglint.lib.clients

# A trust store's password keeps nobody out.
report contains finding if {
	some key, setting in input.settings
	setting.secret.published
	regex.match(`(?:^|[._-])(?:password|secret|secret-key|jaas\.config|user\.info)$`, key)
	not endswith(key, "ssl.truststore.password")
	not clients.handed_on(key)
	not startswith(key, "properties.")
	finding := {
		"at": key,
		"message": $`{setting.written} holds a password that documentation publishes, and anyone can guess; choose another one and fetch it from the environment or a secret store`,
	}
}
