# METADATA
# title: Kerberos lacks the name of the service, or has two
# description: |
#   With GSSAPI, which is the default of sasl.mechanism, a Java client must know the name of the brokers' service: from
#   serviceName in sasl.jaas.config or from sasl.kerberos.service.name. It refuses to start with neither, and with two
#   that differ. Where the login module is that of another mechanism, sasl.mechanism has been forgotten.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_sasl.kerberos.service.name
# - ref: https://kafka.apache.org/documentation/#security_sasl_kerberos_clientconfig
# custom:
#   id: KX024
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set sasl.kerberos.service.name=kafka, or the sasl.mechanism that is meant.
#   versions: ["4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.kerberos_service_name

import data.kcfglint.lib.connections

# KerberosLogin.getServiceName.
report contains finding if {
	kerberos
	not "serviceName" in jaas.options
	input.state["sasl.kerberos.service.name"] in {"absent", "default"}
	finding := connections.judged({
		"at": "sasl.jaas.config",
		"message": $`sasl.jaas.config for GSSAPI without the name of the service: the client refuses to start; {mend}`,
		"related": [{"at": "sasl.kerberos.service.name", "message": "sasl.kerberos.service.name is not set"}],
	})
}

report contains finding if {
	kerberos
	jaas.service_name != ""
	name := input.values["sasl.kerberos.service.name"]
	name != jaas.service_name
	finding := connections.judged({
		"at": "sasl.kerberos.service.name",
		"message": $`sasl.kerberos.service.name="{name}" is not the serviceName in sasl.jaas.config ("{jaas.service_name}"): the client refuses to start; remove one of the two`,
		"related": [{"at": "sasl.jaas.config", "message": "the other name stands here"}],
	})
}

jaas := input.settings["sasl.jaas.config"].secret.jaas

kerberos if {
	sasl
	input.values["sasl.mechanism"] == "GSSAPI"
	input.state["sasl.login.class"] in {"absent", "default"}
	jaas.read
	jaas.flaw == ""
	jaas.modules == 1
}

default mend := "set sasl.kerberos.service.name=kafka"

mend := $`set the sasl.mechanism of {jaas.module}` if {
	input.state["sasl.mechanism"] in {"absent", "default"}
	startswith(jaas.module, "org.apache.kafka.common.security.")
}

sasl if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
}
