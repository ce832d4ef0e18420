# METADATA
# title: nobody learns of records that could not be written
# description: |
#   A kafka-go Writer with Async=true returns from WriteMessages at once and drops its errors, so that what a broker
#   refuses, or what could not be sent in time, is lost unseen. Remove Async, or set Completion and look at its
#   error. Where SmallRye does not wait for writes, a linger.ms of half a second and more lengthens the time in which
#   a crash loses what counts as written.
# related_resources:
# - ref: https://pkg.go.dev/github.com/segmentio/kafka-go#Writer
# - ref: https://kafka.apache.org/documentation/#producerconfigs_linger.ms
# custom:
#   id: KP027
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [producer]
#   remediation: Remove Async, or look at the errors in Completion.
#   since: "0.2.0"
package kcfglint.rules.producer.fire_and_forget

import data.kcfglint.lib.loss

report contains finding if {
	input.client.name == "kafka-go"
	input.values["Writer.Async"] == true
	finding := {
		"at": "Writer.Async",
		"severity": severity,
		"message": `Writer.Async="true": WriteMessages returns at once and drops its errors, so records that could not be written are lost unseen; remove it, or look at the errors in Completion`,
	}
}

report contains finding if {
	input.owner == "smallrye"
	input.values.waitForWriteCompletion == false
	linger := input.values["linger.ms"]
	linger >= 500
	finding := {
		"at": "linger.ms",
		"severity": "info",
		"message": $`linger.ms="{linger}" with waitForWriteCompletion="false": a crash loses up to {linger} ms of records that count as written; lower it`,
		"related": [{"at": "waitForWriteCompletion", "message": "messages are acknowledged before they are written"}],
	}
}

default severity := "warning"

severity := "info" if loss.tolerated
