# METADATA
# title: records expire before a broker failover is over
# description: |
#   delivery.timeout.ms (message.timeout.ms of librdkafka) bounds how long a record may take with all its retries. The
#   election of a leader or a rolling restart can take longer than a bound below 30 s, and then the batch expires with
#   a TimeoutException that an unchecked callback loses. Set 120000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer
# custom:
#   id: KP018
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set delivery.timeout.ms=120000.
#   since: "0.1.0"
package kcfglint.rules.producer.delivery_timeout_short

import data.kcfglint.lib.loss

report contains finding if {
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["delivery.timeout.ms"]
	timeout < 30000
	not unbounded
	written := input.settings["delivery.timeout.ms"].written
	finding := {
		"at": "delivery.timeout.ms",
		"severity": severity,
		"message": $`{written}="{timeout}": a leader election or a rolling restart can take longer, and the records that wait for it expire; set 120000`,
	}
}

# To librdkafka, 0 is no bound at all.
unbounded if {
	input.client.name == "librdkafka"
	input.values["delivery.timeout.ms"] == 0
}

default severity := "warning"

severity := "info" if input.workload == "latency"

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
