# METADATA
# title: auto-commit skips what an aborted transaction was to process
# description: |
#   With commit-strategy=ignore KafkaTransactions commits the offsets of a channel together with the records that are made of
#   them, and goes back to the last committed offset when a transaction is aborted. enable.auto.commit=true moves that offset
#   on in the meantime, to whatever the channel has polled: the records of the aborted transaction are skipped. Leave
#   enable.auto.commit out.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/transactions/
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit
# custom:
#   id: KM033
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   supersedes: [KC001]
#   remediation: Remove enable.auto.commit.
#   since: "0.2.0"
package kcfglint.rules.framework.exactly_once_chain

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "smallrye"
	input.state["@messaging.transactional"] == "explicit"
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	input.values["enable.auto.commit"] == true
	input.state["commit-strategy"] in {"explicit", "inherited"}
	trim_space(input.settings["commit-strategy"].value) == "ignore"
	finding := {
		"at": "enable.auto.commit",
		"severity": severity,
		"message": `enable.auto.commit="true" commits what is polled, apart from the transactions of this application: when one is aborted, its records are skipped; remove it`,
		"related": [{"at": "@messaging.transactional", "message": "writes in transactions"}],
	}
}

default severity := "warning"

severity := "info" if loss.tolerated
