# METADATA
# title: a key store or trust store and its password do not come together
# description: |
#   A Java client with TLS refuses to start where ssl.keystore.location has no ssl.keystore.password, or the password no
#   location, and where ssl.truststore.password has no ssl.truststore.location. An empty password counts as one. Key
#   stores of type PEM have none: their key has, which clients before 3.3 demand. librdkafka demands the password of a key
#   store, with TLS or without, and does not take https.ca.location beside https.ca.pem. Write both, or neither.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.keystore.location
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.truststore.location
# - ref: https://kafka.apache.org/documentation/#security_ssl
# custom:
#   id: KX014
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Write the location and the password, or neither.
#   versions: ["2.7", "3.3", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.store_pairing

import data.kcfglint.lib.connections
import data.kcfglint.lib.tls

# DefaultSslEngineFactory.createKeystore and createTruststore.
report contains finding if {
	tls.on
	input.settings["ssl.keystore.location"]
	input.state["ssl.keystore.password"] in {"absent", "default"}
	has_password
	no_key
	finding := incomplete("ssl.keystore.location", "ssl.keystore.password")
}

report contains finding if {
	tls.on
	input.settings["ssl.keystore.password"]
	input.state["ssl.keystore.location"] in {"absent", "default"}
	no_key
	finding := incomplete("ssl.keystore.password", "ssl.keystore.location")
}

report contains finding if {
	tls.on
	input.settings["ssl.truststore.password"]
	input.state["ssl.truststore.location"] in {"absent", "default"}
	input.state["ssl.truststore.certificates"] in {"absent", "default"}
	finding := incomplete("ssl.truststore.password", "ssl.truststore.location")
}

report contains finding if {
	tls.on
	input.settings["ssl.keystore.location"]
	input.values["ssl.keystore.type"] == "PEM"
	input.state["ssl.keystore.password"] in {"absent", "default"}
	input.state["ssl.key.password"] in {"absent", "default"}
	input.versions.client.version >= [2, 7]
	input.versions.client.version < [3, 3]
	no_key
	finding := incomplete("ssl.keystore.location", "ssl.key.password")
}

# rd_kafka_conf_finalize, whatever the protocol.
report contains finding if {
	input.client.name == "librdkafka"
	input.settings["ssl.keystore.location"].value != "" # which counts as none
	input.state["ssl.keystore.password"] in {"absent", "default"}
	finding := incomplete("ssl.keystore.location", "ssl.keystore.password")
}

report contains finding if {
	input.client.name == "librdkafka"
	input.state["https.ca.location"] in {"explicit", "inherited"}
	input.state["https.ca.pem"] in {"explicit", "inherited"}
	finding := {
		"at": "https.ca.location",
		"message": "https.ca.location beside https.ca.pem: librdkafka refuses to start; remove one of the two",
		"related": [{"at": "https.ca.pem", "message": "the same certificates as text"}],
	}
}

# With a key or a chain in the configuration, the store is KX015's.
no_key if {
	input.state["ssl.keystore.key"] in {"absent", "default"}
	input.state["ssl.keystore.certificate.chain"] in {"absent", "default"}
}

no_key if input.versions.client.version < [2, 7]

has_password if input.values["ssl.keystore.type"] != "PEM"

has_password if input.versions.client.version < [2, 7]

incomplete(written, missing) := connections.judged({
	"at": written,
	"message": $`{written} without {missing}: the client refuses to start; set {missing} or remove {written}`,
	"related": [{"at": missing, "message": $`{missing} is not set`}],
})
