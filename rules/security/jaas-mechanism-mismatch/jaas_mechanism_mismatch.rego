# METADATA
# title: the login module is not that of sasl.mechanism
# description: |
#   The client logs in with the mechanism that sasl.mechanism names and with what the login module gives it. PlainLoginModule serves
#   PLAIN, ScramLoginModule the SCRAM mechanisms (and, on the client's side, PLAIN), OAuthBearerLoginModule OAUTHBEARER and Krb5LoginModule
#   GSSAPI. With another one the client is made, and then no connection passes the login. OAuthBearerLoginModule without a
#   callback handler of its own does not even let it start.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_jaasconfig
# - ref: https://kafka.apache.org/documentation/#producerconfigs_sasl.mechanism
# custom:
#   id: KX009
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Write the login module of the mechanism, or the mechanism of the login module.
#   since: "0.2.0"
package kcfglint.rules.security.jaas_mechanism_mismatch

report contains finding if {
	mismatch
	not refused
	finding := {
		"at": "sasl.jaas.config",
		"message": $`the {name} in sasl.jaas.config does not serve sasl.mechanism="{mechanism}"{line}: no connection passes the login; {mend}`,
		"related": related,
	}
}

# LoginManager logs in when the client is made, and only OAUTHBEARER has a handler for tokens.
report contains finding if {
	mismatch
	refused
	finding := {
		"at": "sasl.jaas.config",
		"consequence": "startup-failure",
		"message": $`the {name} in sasl.jaas.config does not serve sasl.mechanism="{mechanism}"{line}: the client refuses to start, as nothing gives it a token; {mend}`,
		"related": related,
	}
}

# What each login module serves.
serves := {
	"org.apache.kafka.common.security.plain.PlainLoginModule": ["PLAIN"],
	"org.apache.kafka.common.security.scram.ScramLoginModule": ["SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN"],
	"org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule": ["OAUTHBEARER"],
	"com.sun.security.auth.module.Krb5LoginModule": ["GSSAPI"],
}

# The modules of others, and the mechanisms of others, are not known.
mismatch if {
	sasl
	input.state["sasl.login.class"] in {"absent", "default"}
	jaas.read
	jaas.flaw == ""
	jaas.modules == 1
	mechanism in {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER", "GSSAPI"}
	not mechanism in serves[jaas.module]
	serves[jaas.module]
	not nameless
}

# KerberosLogin has refused it before: that is kerberos-service-name's.
nameless if {
	mechanism == "GSSAPI"
	not "serviceName" in jaas.options
	input.state["sasl.kerberos.service.name"] in {"absent", "default", "unknown"}
}

refused if {
	endswith(jaas.module, ".OAuthBearerLoginModule")
	input.state["sasl.login.callback.handler.class"] in {"absent", "default"}
}

sasl if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
}

jaas := input.settings["sasl.jaas.config"].secret.jaas

mechanism := trim_space(input.values["sasl.mechanism"])

name := regex.replace(jaas.module, `^.*\.`, "")

default line := ", the default"

line := $` (line {input.settings["sasl.mechanism"].line})` if input.settings["sasl.mechanism"]

mend := $`set sasl.mechanism={serves[jaas.module][0]}, or the login module of {mechanism}`

related := [{"at": "sasl.mechanism", "message": "the mechanism is chosen here"} | input.settings["sasl.mechanism"]]
