# METADATA
# title: a credential stands in a connector's configuration
# description: |
#   Everyone who can read the file, its history or the worker's REST interface has the credential: Connect returns the
#   configuration of a connector as it was given. Fetch it through a config provider that the worker declares
#   (${file:/path:key}, ${env:NAME}, ${secrets:namespace/name:key}), and change it, because the old one stays in the history.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#config_providers
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-297%3A+Externalizing+Secrets+for+Connect+Configurations
# custom:
#   id: KN018
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [source-connector, sink-connector]
#   remediation: Fetch the credential through a config provider, and change it.
#   since: "0.1.0"
package kcfglint.rules.connect.connector_plaintext_secret

report contains finding if {
	some key, setting in input.settings
	setting.secret.known
	not setting.secret.empty
	not setting.secret.reference
	not setting.secret.sample
	setting.secret.jaas.module == "" # login configurations have a rule of their own
	finding := {
		"at": key,
		"message": $`{key} stands in the file in plain text, for everyone who can read the file, its history or the worker's REST interface; fetch it through a config provider and change it`,
	}
}
