# METADATA
# title: records whose processing fails are dropped
# description: |
#   With failure-strategy=ignore SmallRye logs a record that could not be processed and goes on: its offset is committed, and the
#   record is never processed. Set dead-letter-queue, which keeps the record in a topic, delayed-retry-topic, or fail, which
#   stops the application and is the default. Where KafkaTransactions commits the offsets, the records of an aborted transaction
#   are read again.
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
	not offsets_in_transactions
	finding := {
		"at": "failure-strategy",
		"severity": severity,
		"message": `failure-strategy="ignore": a record whose processing fails is logged, its offset is committed, and it is lost; set dead-letter-queue`,
	}
}

# KafkaTransactionsImpl.createExactlyOnceTransaction goes back to the last offset that was committed.
offsets_in_transactions if {
	input.state["@messaging.transactional"] == "explicit"
	trim_space(input.settings["commit-strategy"].value) == "ignore"
}

default severity := "error"

severity := "info" if loss.tolerated
