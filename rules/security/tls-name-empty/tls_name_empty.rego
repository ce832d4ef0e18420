# METADATA
# title: an empty name for what Java looks up for TLS
# description: |
#   Kafka's clients ask Java's security providers for an implementation by the name that stands there: of TLS, of the managers
#   of keys and of trust, of random numbers, and of a provider. No implementation has an empty name, and the client refuses to
#   start. A setting that is left out takes Java's own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.provider
# custom:
#   id: KX025
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Remove the setting.
#   versions: ["2.5", "4.2"]
#   since: "0.2.0"
package kcfglint.rules.security.tls_name_empty

import data.kcfglint.lib.connections
import data.kcfglint.lib.tls

# DefaultSslEngineFactory.createSSLContext.
report contains finding if {
	tls.on
	some key, setting in named
	trim_space(setting.value) == ""
	finding := connections.judged({
		"at": key,
		"message": $`{key}="": the client refuses to start, as nothing in Java has an empty name; remove it for the default`,
	})
}

named["ssl.provider"] := input.settings["ssl.provider"] if written(input.state["ssl.provider"])

named["ssl.protocol"] := input.settings["ssl.protocol"] if written(input.state["ssl.protocol"])

named["ssl.keymanager.algorithm"] := input.settings["ssl.keymanager.algorithm"] if {
	written(input.state["ssl.keymanager.algorithm"])
	keys
}

named["ssl.trustmanager.algorithm"] := input.settings["ssl.trustmanager.algorithm"] if {
	written(input.state["ssl.trustmanager.algorithm"])
}

named["ssl.secure.random.implementation"] := input.settings["ssl.secure.random.implementation"] if {
	written(input.state["ssl.secure.random.implementation"])
}

# From 2.5 on it is asked for whether there is a store or not.
keys if input.versions.client.version >= [2, 5]

keys if input.settings["ssl.keystore.location"]

written(state) if state in {"explicit", "inherited"}
