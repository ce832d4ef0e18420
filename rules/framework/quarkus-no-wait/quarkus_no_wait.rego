# METADATA
# title: the application does not wait until a record is written
# description: |
#   With waitForWriteCompletion=false SmallRye acknowledges a message as soon as the record is in the producer's buffer. A crash, or a
#   write that fails for good, loses the record after whoever sent the message was told that all is well: an incoming
#   channel has committed its offset by then. Remove the setting: true is the default.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/writing-kafka-records/
# custom:
#   id: KM022
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Remove waitForWriteCompletion.
#   since: "0.2.0"
package kcfglint.rules.framework.quarkus_no_wait

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "smallrye"
	input.state.waitForWriteCompletion in {"explicit", "inherited"}
	input.values.waitForWriteCompletion == false
	finding := {
		"at": "waitForWriteCompletion",
		"severity": severity,
		"message": $`waitForWriteCompletion="{input.settings.waitForWriteCompletion.value}": a message is acknowledged before the broker has its record, so a crash or a failed write loses it unseen; remove it`,
	}
}

default severity := "warning"

severity := "info" if loss.tolerated
