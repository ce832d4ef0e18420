# METADATA
# title: the producers of a Streams application give up early
# description: |
#   When a record cannot be delivered within delivery.timeout.ms, or after the given number of retries, Streams closes
#   the task, restores its state from the changelog and processes the input since the last commit again. Too few replicas in
#   sync or a rolling restart are enough for that. Under exactly-once Streams itself raises delivery.timeout.ms to
#   the maximum, which an override undoes. Remove the overrides.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_task.timeout.ms
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-572%3A+Improve+timeouts+and+retries+in+Kafka+Streams
# custom:
#   id: KS018
#   severities: [warning, info]
#   confidence: certain
#   consequence: stall
#   kinds: [streams]
#   remediation: Remove retries and delivery.timeout.ms of the producer.
#   supersedes: [KP018, KP020]
#   since: "0.2.0"
package kcfglint.rules.streams.streams_producer_retry_overrides

import data.kcfglint.lib.loss

report contains finding("producer.retries", retries, "too few replicas in sync for a few seconds take more attempts", "2147483647") if {
	input.state["producer.retries"] in {"explicit", "inherited"}
	retries := input.values["producer.retries"]
	retries < 10
}

# Without a prefix it was Streams' own until 4.0, and reaches its producers all the same.
report contains finding("retries", retries, "too few replicas in sync for a few seconds take more attempts", "2147483647") if {
	input.state["producer.retries"] == "absent"
	input.state.retries in {"explicit", "inherited"}
	text := trim_space(input.settings.retries.value)
	regex.match(`^[0-9]{1,10}$`, text)
	retries := to_number(text)
	retries < 10
	input.versions.client.version >= [2, 1]
}

report contains finding("producer.delivery.timeout.ms", timeout, "a leader election or a rolling restart can take longer", normal) if {
	input.state["producer.delivery.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["producer.delivery.timeout.ms"]
	timeout < 30000
}

report contains finding("delivery.timeout.ms", timeout, "a leader election or a rolling restart can take longer", normal) if {
	input.state["producer.delivery.timeout.ms"] == "absent"
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["delivery.timeout.ms"]
	timeout < 30000
}

default normal := "120000"

normal := "2147483647" if input.values["processing.guarantee"] in {"exactly_once", "exactly_once_beta", "exactly_once_v2"}

finding(key, value, why, default_value) := {
	"at": key,
	"severity": severity,
	"message": $`{key}="{value}": {why}, and then Streams closes the task, restores its state and processes again what came after the last commit; remove it, the default is {default_value}`,
}

default severity := "warning"

severity := "info" if loss.tolerated
