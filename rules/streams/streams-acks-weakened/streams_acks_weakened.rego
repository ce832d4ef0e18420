# METADATA
# title: the producers of a Streams application do not wait for the in-sync replicas
# description: |
#   Streams writes state changes to its changelogs and commits the offsets of their input only after that. With acks=0
#   or acks=1 a leader failure loses changes that count as written, so the state that is restored from the changelog is
#   wrong. Under exactly-once, where the producers are idempotent, Streams refuses to make such a producer. Remove acks.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# custom:
#   id: KS017
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove acks, or set acks=all.
#   supersedes: [KP001, KP002, KP007, KP008]
#   versions: ["2.6", "3.0", "4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.streams_acks_weakened

import data.kcfglint.lib.loss
import data.kcfglint.lib.streams

report contains finding if {
	acks in {"0", "1"}
	not streams.exactly_once
	not idempotent
	input.state["processing.guarantee"] in {"explicit", "inherited", "default"}
	finding := {
		"at": key,
		"severity": severity,
		"message": $`{key}="{acks}": a leader failure loses changes of state that Streams takes for written to the changelog, and records that it forwards; set acks=all`,
	}
}

# ProducerConfig, with the enable.idempotence=true that StreamsConfig.getProducerConfigs puts in.
report contains finding if {
	acks in {"0", "1"}
	streams.exactly_once
	finding := {
		"at": key,
		"consequence": "startup-failure",
		"message": $`{key}="{acks}": with processing.guarantee="{guarantee.value}" (line {guarantee.line}) the producers are idempotent and refuse to start; set acks=all`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}
}

# With enable.idempotence=true the producer does not start: KP008.
idempotent if {
	input.state["producer.enable.idempotence"] in {"explicit", "inherited"}
	input.values["producer.enable.idempotence"] == true
}

idempotent if {
	input.state["producer.enable.idempotence"] == "absent"
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	input.values["enable.idempotence"] == true
}

guarantee := input.settings["processing.guarantee"]

key := "producer.acks" if input.state["producer.acks"] in {"explicit", "inherited"}

# What has the prefix counts before what has none.
key := "acks" if {
	input.state["producer.acks"] == "absent"
	input.state.acks in {"explicit", "inherited"}
}

acks := input.values["producer.acks"] if key == "producer.acks"

acks := input.values.acks if key == "acks"

default severity := "error"

severity := "info" if input.workload in {"throughput", "latency"}

severity := "info" if loss.tolerated
