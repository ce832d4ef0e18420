# METADATA
# title: a producer without a serializer does not start
# description: |
#   A Java producer needs key.serializer and value.serializer, from its configuration or as instances from code.
#   Spring, Connect, Streams, Flink and SmallRye supply them; a plain file that lacks one relies on code, which may
#   well be meant.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_key.serializer
# - ref: https://kafka.apache.org/documentation/#producerconfigs_value.serializer
# custom:
#   id: KP035
#   severities: [error, info]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set key.serializer and value.serializer.
#   since: "0.2.0"
package kcfglint.rules.producer.serializer_missing

report contains finding if {
	input.client.name == "java"
	input.complete == "full"
	not input.owner in {"alpakka", "connect", "flink", "mirrormaker", "smallrye", "spring", "streams"}
	keys := sort(missing)
	finding := {
		"at": keys[0],
		"severity": severity,
		"message": $`{concat(" and ", keys)}: not set, so that the producer refuses to start unless code passes what is missing; set it, if code does not`,
	}
}

missing contains "key.serializer" if input.state["key.serializer"] in {"absent", "default"}

missing contains "value.serializer" if input.state["value.serializer"] in {"absent", "default"}

# Most files are only half of a configuration: code adds the classes, or passes instances.
default severity := "error"

severity := "info" if input.code_may_set
