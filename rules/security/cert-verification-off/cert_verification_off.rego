# METADATA
# title: the client takes every certificate
# description: |
#   librdkafka with enable.ssl.certificate.verification=false accepts whatever certificate it is shown, also one that nobody
#   has signed; kafka-python with ssl_check_hostname=False one that is for another host. The connection is encrypted, but anyone on
#   the way can pose as the broker, read the credentials and the records, and change them. Remove the setting, and name the
#   authority that signed the brokers' certificates in ssl.ca.location (ssl_cafile).
# related_resources:
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://kafka-python.readthedocs.io/en/master/apidoc/KafkaConsumer.html
# custom:
#   id: KX004
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, admin]
#   remediation: Remove the setting, and name the authority in ssl.ca.location.
#   since: "0.2.0"
package kcfglint.rules.security.cert_verification_off

report contains finding if {
	input.client.name == "librdkafka"
	input.values["enable.ssl.certificate.verification"] == false
	not unencrypted
	finding := off("enable.ssl.certificate.verification", "any certificate passes", "name the brokers' authority in ssl.ca.location")
}

report contains finding if {
	input.client.name == "kafka-python"
	input.values.ssl_check_hostname == false
	not unencrypted
	finding := off("ssl_check_hostname", "a trusted certificate passes for any host", "name the brokers' authority in ssl_cafile")
}

off(key, passes, mend) := {
	"at": key,
	"message": $`{key}="{written(key)}": {passes}, so anyone on the way can pose as the broker; remove it, and {mend}`,
}

written("enable.ssl.certificate.verification") := input.settings["enable.ssl.certificate.verification"].value

written("ssl_check_hostname") := input.settings.ssl_check_hostname.value

# A protocol that is left out may come from elsewhere, as there is a setting of TLS.
unencrypted if {
	input.state["security.protocol"] in {"explicit", "inherited"}
	upper(input.values["security.protocol"]) in {"PLAINTEXT", "SASL_PLAINTEXT"}
}
