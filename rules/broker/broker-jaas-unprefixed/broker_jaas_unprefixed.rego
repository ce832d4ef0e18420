# METADATA
# title: a broker does not read this sasl.jaas.config
# description: |
#   A broker has listeners with mechanisms of their own, so it reads the login of each from
#   listener.name.NAME.MECHANISM.sasl.jaas.config, in lower case. sasl.jaas.config without that prefix is ignored with
#   a line in the log; the broker falls back to the JAAS file of the JVM and, without one, does not start its SASL
#   listeners.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_jaas_broker
# custom:
#   id: KB020
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [broker]
#   remediation: Write listener.name.NAME.MECHANISM.sasl.jaas.config.
#   since: "0.2.0"
package kcfglint.rules.broker.broker_jaas_unprefixed

# JaasContext.loadServerContext
report contains finding if {
	input.state["sasl.jaas.config"] in {"explicit", "inherited"}
	input.settings["sasl.jaas.config"]
	not unset
	finding := {
		"at": {"key": "sasl.jaas.config", "part": "key"},
		"message": "sasl.jaas.config is ignored by a broker: the login of a listener is read with its name and mechanism in front; write listener.name.NAME.MECHANISM.sasl.jaas.config",
	}
}

unset if input.settings["sasl.jaas.config"].secret.empty
