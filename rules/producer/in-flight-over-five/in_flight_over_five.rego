# METADATA
# title: more than five requests in flight keep a 4.x producer from starting
# description: |
#   Java clients from 4.0 on refuse more than five requests in flight unless enable.idempotence is written as false,
#   even where acks=1 would switch idempotence off. Clients from 3.0.1 to 3.9 only warned, so this appears with an
#   upgrade. Set max.in.flight.requests.per.connection=5.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.in.flight.requests.per.connection
# custom:
#   id: KP009
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set max.in.flight.requests.per.connection=5.
#   supersedes: [KP012]
#   versions: ["4.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.in_flight_over_five

report contains finding if {
	input.client.name == "java"
	in_flight := input.values["max.in.flight.requests.per.connection"]
	in_flight > 5
	input.values["enable.idempotence"] == true
	input.state["enable.idempotence"] == "default"
	input.versions.client.version >= [4, 0]
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"message": $`max.in.flight.requests.per.connection="{in_flight}": clients from 4.0 on refuse to start with more than 5 unless enable.idempotence=false is written; set 5`,
	}
}
