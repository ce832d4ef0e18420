# METADATA
# title: sasl.jaas.config is not what the client can read
# description: |
#   The value is one login module, a control flag such as required, options as key="value", and a semicolon. A Java client
#   with SASL refuses to start with anything else: without the semicolon or the flag, with commas between options, with a
#   value that begins with a digit or holds a special character and is not in quotes, and with more than one module. A
#   slash outside of quotes begins a comment.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_jaasconfig
# - ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/javax/security/auth/login/Configuration.html
# custom:
#   id: KX008
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Write the module, required, options as key="value", and a semicolon.
#   versions: ["4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.jaas_syntax

import data.kcfglint.lib.connections

report contains finding if {
	sasl
	why := flaws[jaas.flaw]
	finding := refused(why)
}

report contains finding if {
	sasl
	jaas.flaw == ""
	jaas.modules > 1
	finding := refused($`it has {jaas.modules} login modules; leave one`)
}

# JaasConfig's own complaints.
flaws := {
	"empty": "it names no login module; write one",
	"flag": "the word behind the login module is no control flag; write required",
	"value": `an option is not written as key="value"; put the values in quotes and no commas between options`,
	"open": "it does not end with a semicolon, or a comment swallows it; add one, and put values with a slash in quotes",
}

jaas := input.settings["sasl.jaas.config"].secret.jaas if input.settings["sasl.jaas.config"].secret.jaas.read

sasl if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
}

refused(why) := connections.judged({
	"at": "sasl.jaas.config",
	"message": $`sasl.jaas.config cannot be read and the client refuses to start: {why}`,
})
