# METADATA
# title: certificates and keys in PEM contradict other settings
# description: |
#   A private key and certificates can stand in the configuration itself, in the format PEM: ssl.keystore.type=PEM with
#   ssl.keystore.key and ssl.keystore.certificate.chain together, ssl.truststore.type=PEM with
#   ssl.truststore.certificates. A Java client refuses to start where one of the two is missing, the type is another one,
#   there is a location as well, or there is the password of a store, which PEM does not have.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.keystore.key
# - ref: https://kafka.apache.org/documentation/#producerconfigs_ssl.truststore.certificates
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key
# custom:
#   id: KX015
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set the type to PEM, write key and chain together, and remove the location and the password of the store.
#   versions: ["2.7", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.pem_constraints

import data.kcfglint.lib.connections
import data.kcfglint.lib.tls

# DefaultSslEngineFactory.createKeystore and createTruststore, from 2.7 on.
report contains finding if {
	reads_pem
	input.settings["ssl.keystore.key"]
	type := input.values["ssl.keystore.type"]
	type != "PEM"
	finding := refused("ssl.keystore.key", $`ssl.keystore.type is "{type}"; set PEM`)
}

report contains finding if {
	reads_pem
	input.settings["ssl.keystore.key"]
	input.state["ssl.keystore.certificate.chain"] in {"absent", "default"}
	finding := refused("ssl.keystore.key", "ssl.keystore.certificate.chain is missing; set it")
}

report contains finding if {
	reads_pem
	input.settings["ssl.keystore.certificate.chain"]
	input.state["ssl.keystore.key"] in {"absent", "default"}
	finding := refused("ssl.keystore.certificate.chain", "ssl.keystore.key is missing; set it")
}

report contains finding if {
	reads_pem
	input.settings["ssl.keystore.key"]
	input.settings["ssl.keystore.location"]
	finding := refused("ssl.keystore.location", "there is an ssl.keystore.key as well; remove one of the two")
}

report contains finding if {
	reads_pem
	input.settings["ssl.keystore.password"]
	keystore_pem
	finding := refused("ssl.keystore.password", "a store of type PEM has no password; remove it, and set ssl.key.password if the key has one")
}

report contains finding if {
	reads_pem
	input.settings["ssl.truststore.certificates"]
	type := input.values["ssl.truststore.type"]
	type != "PEM"
	finding := refused("ssl.truststore.certificates", $`ssl.truststore.type is "{type}"; set PEM`)
}

report contains finding if {
	reads_pem
	input.settings["ssl.truststore.certificates"]
	input.settings["ssl.truststore.location"]
	finding := refused("ssl.truststore.location", "there are ssl.truststore.certificates as well; remove one of the two")
}

report contains finding if {
	reads_pem
	input.settings["ssl.truststore.password"]
	truststore_pem
	finding := refused("ssl.truststore.password", "a store of type PEM has no password; remove it")
}

keystore_pem if input.settings["ssl.keystore.key"]

keystore_pem if {
	input.values["ssl.keystore.type"] == "PEM"
	input.settings["ssl.keystore.location"]
}

truststore_pem if input.settings["ssl.truststore.certificates"]

truststore_pem if {
	input.values["ssl.truststore.type"] == "PEM"
	input.settings["ssl.truststore.location"]
}

reads_pem if {
	tls.on
	input.versions.client.version >= [2, 7]
}

refused(key, why) := connections.judged({
	"at": key,
	"message": $`{key}: the client refuses to start, as {why}`,
})
