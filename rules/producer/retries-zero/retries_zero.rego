# METADATA
# title: without retries every passing error loses records
# description: |
#   A leader election, a broker restart or a short network failure makes produce requests fail with errors that a
#   retry mends. With retries=0 the records are given up at once, and are lost unless the application sends them
#   again. Java clients from 3.0.1 on also switch idempotence off. Remove retries, and bound the time with
#   delivery.timeout.ms. Java clients before 2.1 and kafka-python before 2.2 do not retry by default.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_retries
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer
# custom:
#   id: KP020
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Remove retries and bound the time with delivery.timeout.ms.
#   supersedes: [KP007]
#   since: "0.1.0"
package kcfglint.rules.producer.retries_zero

import data.kcfglint.lib.loss

report contains finding if {
	input.values.retries == 0
	input.state.retries in {"explicit", "inherited"}
	not unacknowledged
	finding := {
		"at": "retries",
		"severity": severity,
		"message": `retries="0": the first leader election or network failure loses the records in flight; remove retries and bound the time with delivery.timeout.ms`,
	}
}

report contains finding if {
	input.values.retries == 0
	input.state.retries == "default"
	not unacknowledged
	finding := {
		"at": "retries",
		"severity": "info",
		"message": "retries is not set and defaults to 0 here: the first leader election or network failure loses the records in flight; set retries=2147483647",
	}
}

# With acks=0 no error ever comes back: KP001.
unacknowledged if input.values.acks == "0"

default severity := "warning"

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
