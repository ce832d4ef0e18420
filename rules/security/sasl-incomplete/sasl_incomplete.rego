# METADATA
# title: SASL lacks its mechanism or its credentials
# description: |
#   Java clients from 3.3 on refuse to start with SASL and an empty sasl.mechanism. librdkafka refuses to start with PLAIN
#   and SCRAM unless both sasl.username and sasl.password are set, and with a mechanism that it does not know. A Java
#   client also needs a login, which may come from a file that the JVM is given and is left out here.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_sasl.mechanism
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KX012
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set sasl.mechanism, and the credentials that it needs.
#   versions: ["3.3"]
#   since: "0.1.0"
package kcfglint.rules.security.sasl_incomplete

report contains finding if {
	input.client.name == "java"
	on
	input.state["sasl.mechanism"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["sasl.mechanism"].value) == ""
	input.versions.client.version >= [3, 3]
	finding := {
		"at": "sasl.mechanism",
		"message": `sasl.mechanism="" with SASL: the client refuses to start; name the mechanism, or remove the setting for GSSAPI`,
		"related": [{"at": "security.protocol", "message": "SASL is asked for here"}],
	}
}

# rd_kafka_sasl_select_provider.
report contains finding if {
	input.client.name == "librdkafka"
	on
	mechanism := input.values["sasl.mechanism"]
	regex.match(`^(?:PLAIN|SCRAM-.*)$`, mechanism)
	some key in missing
	finding := {
		"at": key,
		"message": $`sasl.mechanism="{mechanism}" without {key}: librdkafka refuses to start; set {key}`,
		"related": [{"at": "sasl.mechanism", "message": "the mechanism that needs it"}],
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	on
	mechanism := input.values["sasl.mechanism"]
	not regex.match(`^(?:GSSAPI|PLAIN|OAUTHBEARER|SCRAM-.*)$`, mechanism)
	finding := {
		"at": "sasl.mechanism",
		"message": $`sasl.mechanism="{mechanism}": librdkafka refuses to start, as it knows GSSAPI, PLAIN, SCRAM and OAUTHBEARER in this spelling; name one of them`,
	}
}

missing contains "sasl.username" if input.state["sasl.username"] in {"absent", "default"}

missing contains "sasl.password" if input.state["sasl.password"] in {"absent", "default"}

on if upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
