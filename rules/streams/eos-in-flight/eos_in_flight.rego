# METADATA
# title: exactly-once Streams allows its producers at most five requests in flight
# description: |
#   Under exactly-once, Streams makes its producers idempotent, and brokers keep the order of at most five batches of an
#   idempotent producer. Streams refuses max.in.flight.requests.per.connection above five, with the prefix producer. or
#   without one, when it makes a producer. Remove it: the default is 5.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.in.flight.requests.per.connection
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# custom:
#   id: KS023
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Remove max.in.flight.requests.per.connection, or set at most 5.
#   supersedes: [KP008, KP009, KP012]
#   versions: ["2.6", "3.0", "4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.eos_in_flight

import data.kcfglint.lib.streams

report contains finding if {
	streams.exactly_once
	in_flight > 5
	finding := {
		"at": key,
		"message": $`{key}="{in_flight}": with processing.guarantee="{guarantee.value}" (line {guarantee.line}) Streams refuses to make a producer with more than 5; remove it`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}
}

guarantee := input.settings["processing.guarantee"]

key := "producer.max.in.flight.requests.per.connection" if {
	input.state["producer.max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
}

# What has the prefix counts before what has none.
key := "max.in.flight.requests.per.connection" if {
	input.state["producer.max.in.flight.requests.per.connection"] == "absent"
	input.state["max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
}

in_flight := input.values["producer.max.in.flight.requests.per.connection"] if startswith(key, "producer.")

in_flight := input.values["max.in.flight.requests.per.connection"] if startswith(key, "max.")
