# METADATA
# title: a few retries are used up before the cluster is back
# description: |
#   Some errors come back at once: while too few replicas are in sync, or the leader that the producer knows does not lead
#   any more and there is no other yet, each attempt fails within milliseconds. A handful of retries with a short wait
#   between them is used up in a second or two, and the records fail although the cluster is back a little later; whatever
#   does not look at the result of the send loses them. A quick change of leader is survived. Remove retries and bound the
#   time with delivery.timeout.ms, which exists since Java 2.1 for this.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_retries
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer
# custom:
#   id: KP021
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [producer]
#   remediation: Remove retries and bound the time with delivery.timeout.ms.
#   versions: ["2.1", "3.7"]
#   since: "0.2.0"
package kcfglint.rules.producer.retries_finite

import data.kcfglint.lib.loss

report contains finding if {
	retries := input.values.retries
	retries >= 1
	retries <= 20
	input.state.retries in {"explicit", "inherited"}
	bounded_by_time
	not input.owner in {"connect", "mirrormaker", "streams", "flink"}
	input.values.acks != "0"
	not transactional
	longest := retries * wait
	longest < 60000
	finding := {
		"at": "retries",
		"severity": severity,
		"message": $`retries="{retries}": with at most {wait} ms between them they can be used up within {longest} ms, and when too few replicas are in sync, or there is no leader, for longer, the records are lost unless the application sends them again; remove retries and bound the time with delivery.timeout.ms`,
	}
}

# A transaction whose records did not arrive is aborted, and the application knows.
transactional if input.state["transactional.id"] in {"explicit", "inherited", "forced", "unknown"}

transactional if input.links.transactional_prefix != ""

bounded_by_time if {
	input.client.name == "java"
	input.versions.client.version >= [2, 1]
}

bounded_by_time if {
	input.client.name == "librdkafka"
	input.versions.client.version >= [1, 5, 2]
}

# From 3.7 on the wait grows (KIP-580), as in librdkafka.
wait := max([start, input.values["retry.backoff.max.ms"]]) if {
	input.state["retry.backoff.max.ms"] in {"default", "explicit", "inherited"}
	grows
}

wait := start if not grows

start := input.values["retry.backoff.ms"]

grows if {
	input.client.name == "java"
	input.versions.client.version >= [3, 7]
}

grows if {
	input.client.name == "librdkafka"
	input.versions.client.version >= [2, 3]
}

default severity := "warning"

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])

severity := "info" if input.workload == "latency"
