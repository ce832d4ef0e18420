# METADATA
# title: records whose processing fails are dropped
# description: |
#   With failure-strategy=ignore SmallRye logs a record that could not be processed and goes on: its offset is committed, and the
#   record is never processed. Set dead-letter-queue, which keeps the record in a topic, delayed-retry-topic, or fail, which
#   stops the application and is the default.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/receiving-kafka-records/
# custom:
#   id: KM020
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set failure-strategy=dead-letter-queue, or remove it.
#   since: "0.2.0"
package kcfglint.rules.framework.quarkus_failure_ignore

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "smallrye"
	input.state["failure-strategy"] in {"explicit", "inherited"}
	trim_space(input.settings["failure-strategy"].value) == "ignore"
	finding := {
		"at": "failure-strategy",
		"severity": severity,
		"message": `failure-strategy="ignore": a record whose processing fails is logged, its offset is committed, and it is lost; set dead-letter-queue`,
	}
}

default severity := "error"

severity := "info" if loss.tolerated
