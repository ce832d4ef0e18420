# METADATA
# title: no default serdes are set
# description: |
#   Since Kafka 3.0 Streams has no default serdes. Where the code of a topology does not name the serdes of a topic or a
#   store, and the configuration has none, Streams throws a ConfigException when it builds or starts the topology. Set
#   default.key.serde and default.value.serde, or make sure that the code names them all.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_default.key.serde
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_default.value.serde
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-741%3A+Change+default+serde+to+be+null
# custom:
#   id: KS027
#   severities: [info]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set default.key.serde and default.value.serde.
#   versions: ["3.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.default_serde_missing

report contains finding if {
	input.state["default.key.serde"] in {"absent", "default"}
	input.state["default.value.serde"] in {"absent", "default"}
	input.versions.client.version >= [3, 0]
	finding := {
		"at": "default.key.serde",
		"message": "neither default.key.serde nor default.value.serde is set: Streams fails when a step of the topology names no serde of its own; set them, or name the serdes in code",
	}
}
