# METADATA
# title: a consumer without a deserializer does not start
# description: |
#   A Java consumer needs key.deserializer and value.deserializer, from its configuration or as instances from code.
#   Spring, Connect, Streams, Flink and SmallRye supply them; a plain file that lacks one relies on code, which may
#   well be meant.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_key.deserializer
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_value.deserializer
# custom:
#   id: KC044
#   severities: [error, info]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [consumer, share-consumer]
#   remediation: Set key.deserializer and value.deserializer.
#   since: "0.2.0"
package kcfglint.rules.consumer.deserializer_missing

report contains finding if {
	input.client.name == "java"
	input.complete == "full"
	not input.owner in {"alpakka", "connect", "flink", "mirrormaker", "smallrye", "spring", "streams"}
	keys := sort(missing)
	finding := {
		"at": keys[0],
		"severity": severity,
		"message": $`{concat(" and ", keys)}: not set, so that the consumer refuses to start unless code passes what is missing; set it, if code does not`,
	}
}

missing contains "key.deserializer" if input.state["key.deserializer"] in {"absent", "default"}

missing contains "value.deserializer" if input.state["value.deserializer"] in {"absent", "default"}

# Most files are only half of a configuration: code adds the classes, or passes instances.
default severity := "error"

severity := "info" if input.code_may_set
