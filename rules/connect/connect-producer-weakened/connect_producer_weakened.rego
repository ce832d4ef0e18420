# METADATA
# title: the producers of Connect give up what they are set up for
# description: |
#   Connect sets up its producers to lose nothing: acks=all, retries without end, one request in flight. Overrides undo
#   that. With acks=0 or acks=1 a leader failure loses records whose source offsets are committed, with few retries or a
#   short delivery timeout an outage fails the task, and with more requests in flight and no idempotence a retry
#   reorders records. Remove the overrides, or set enable.idempotence=true for more requests in flight.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_configuring
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# custom:
#   id: KN014
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Remove the overrides of the producer.
#   supersedes: [KP001, KP002, KP007, KP012, KP018, KP020]
#   versions: ["connect 3.0"]
#   since: "0.2.0"
package kcfglint.rules.connect.connect_producer_weakened

import data.kcfglint.lib.loss

report contains finding if {
	acks := input.values.acks
	acks in {"0", "1"}
	input.state.acks in {"explicit", "inherited"}
	of_connect
	input.state["enable.idempotence"] != "forced" # then the producer refuses to start
	finding := {
		"at": "acks",
		"severity": strict,
		"message": $`{input.settings.acks.written}="{acks}": Connect sets all, and a leader failure now loses records whose offsets in the source are committed; remove it`,
	}
}

report contains finding if {
	input.state.retries in {"explicit", "inherited"}
	retries := input.values.retries
	retries < 10
	of_connect
	finding := {
		"at": "retries",
		"severity": lenient,
		"consequence": "stall",
		"message": $`{input.settings.retries.written}="{retries}": Connect retries without end, and these are used up when too few replicas are in sync for a few seconds, which fails the task; remove it`,
	}
}

report contains finding if {
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["delivery.timeout.ms"]
	timeout < 120000
	of_connect
	finding := {
		"at": "delivery.timeout.ms",
		"severity": lenient,
		"consequence": "stall",
		"message": $`{input.settings["delivery.timeout.ms"].written}="{timeout}": Connect sets 2147483647, and with this a rolling restart fails the task; remove it`,
	}
}

report contains finding if {
	input.state["max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
	requests := input.values["max.in.flight.requests.per.connection"]
	requests > 1
	input.values["enable.idempotence"] == false
	of_connect
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"severity": lenient,
		"consequence": "reordering",
		"message": $`{input.settings["max.in.flight.requests.per.connection"].written}="{requests}" without idempotence, which Connect turns off: a retry reorders records; set enable.idempotence=true beside it, or remove it`,
	}
}

of_connect if input.owner in {"connect", "mirrormaker"}

default strict := "error"

strict := "info" if loss.tolerated

strict := "info" if input.workload in {"throughput", "latency"}

default lenient := "warning"

lenient := "info" if loss.tolerated
