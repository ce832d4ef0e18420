# METADATA
# title: a record that cannot be deserialised reaches the application as null
# description: |
#   With fail-on-deserialization-failure=false and no failure handler, SmallRye hands on null in place of a key or value that cannot be
#   read. The application takes it for a deletion, or passes over it, and the offset is committed: the record is lost. Set
#   failure-strategy=dead-letter-queue, which then gets the record as it is, or write a DeserializationFailureHandler.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/receiving-kafka-records/
# custom:
#   id: KM023
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set failure-strategy=dead-letter-queue, or remove fail-on-deserialization-failure.
#   since: "0.2.0"
package kcfglint.rules.framework.quarkus_null_on_failure

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "smallrye"
	input.state["fail-on-deserialization-failure"] in {"explicit", "inherited"}
	input.values["fail-on-deserialization-failure"] == false
	not handled
	finding := {
		"at": "fail-on-deserialization-failure",
		"severity": severity,
		"message": $`fail-on-deserialization-failure="{input.settings["fail-on-deserialization-failure"].value}": what cannot be deserialised reaches the application as null and its offset is committed, so the record is lost; set failure-strategy=dead-letter-queue, which keeps it, or remove the setting`,
	}
}

default severity := "warning"

severity := "info" if loss.tolerated

# KafkaSource gives the dead letter queue what could not be read.
handled if trim_space(input.settings["failure-strategy"].value) == "dead-letter-queue"

handled if input.state["failure-strategy"] == "unknown"

# A handler decides what becomes of the record. That of one side says that the other has been thought of.
handled if input.state["value-deserialization-failure-handler"] in {"explicit", "inherited", "unknown"}

handled if input.state["key-deserialization-failure-handler"] in {"explicit", "inherited", "unknown"}
