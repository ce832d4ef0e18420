# METADATA
# title: credentials for SASL that the client does not use
# description: |
#   sasl.jaas.config, or user and password of another client, are set, but security.protocol is not SASL_SSL or SASL_PLAINTEXT; where
#   it is left out it is PLAINTEXT. The client does not log in at all. A broker that asks for it drops the connection, and
#   one that does not lets the client in as nobody. Set security.protocol=SASL_SSL, or remove the credentials.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_security.protocol
# - ref: https://kafka.apache.org/documentation/#security_sasl
# custom:
#   id: KX010
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set security.protocol=SASL_SSL, or remove the credentials.
#   since: "0.2.0"
package kcfglint.rules.security.sasl_keys_without_sasl

report contains finding if {
	[key, written] := credentials[0]
	input.state["security.protocol"] in {"explicit", "inherited"}
	upper(input.values["security.protocol"]) in {"PLAINTEXT", "SSL"}
	protocol := input.settings["security.protocol"]
	finding := {
		"at": key,
		"message": $`{written} is set, but security.protocol="{protocol.value}" (line {protocol.line}) uses no SASL: the client does not log in; set SASL_SSL, or remove the credentials`,
		"related": [{"at": "security.protocol", "message": "the protocol is chosen here"}],
	}
}

report contains finding if {
	[key, written] := credentials[0]
	input.state["security.protocol"] in {"absent", "default"}
	upper(input.values["security.protocol"]) == "PLAINTEXT"
	connects
	finding := {
		"at": key,
		"confidence": "likely",
		"message": $`{written} is set, but security.protocol is not and defaults to PLAINTEXT, which uses no SASL: the client does not log in; set security.protocol=SASL_SSL`,
	}
}

# A file without the brokers is a part of a configuration; the rest may have the protocol.
connects if input.state["bootstrap.servers"] in {"explicit", "inherited", "forced"}

connects if {
	input.state["bootstrap.servers"] == "unknown"
	input.owner in {"spring", "smallrye"}
}

# What one sets is enough.
credentials := array.flatten([jaas, passwords, names])

jaas := [["sasl.jaas.config", input.settings["sasl.jaas.config"].written] |
	secret := input.settings["sasl.jaas.config"].secret
	not secret.empty
	not secret.sample
]

passwords := [["sasl.password", input.settings["sasl.password"].written] |
	secret := input.settings["sasl.password"].secret
	not secret.empty
	not secret.sample
]

names := [["sasl.username", input.settings["sasl.username"].written] |
	input.state["sasl.username"] in {"explicit", "inherited"}
	trim_space(input.values["sasl.username"]) != ""
]
