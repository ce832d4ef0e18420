# METADATA
# title: acks=0 counts a record as sent before any broker has it
# description: |
#   With acks=0 the client counts a record as sent once it is written to the socket. A broker that restarts, a
#   connection that breaks or a record that the broker refuses loses it without an exception, and retries never run.
#   Set acks=all and min.insync.replicas=2 on the topic. For metrics, logs and traces, of which some may be lost,
#   the finding is only informational.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# custom:
#   id: KP001
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set acks=all.
#   supersedes: [KP007]
#   since: "0.1.0"
package kcfglint.rules.producer.producer_acks_zero

import data.kcfglint.lib.loss

report contains finding if {
	input.values.acks == "0"
	finding := {
		"at": "acks",
		"severity": severity,
		"message": `acks="0": a record counts as sent once it is on the socket, so a broker restart or a full buffer drops it without an error; set acks=all`,
	}
}

default severity := "error"

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
