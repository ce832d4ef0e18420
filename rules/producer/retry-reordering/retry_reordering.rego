# METADATA
# title: retries with several requests in flight reorder records
# description: |
#   Without idempotence, a batch that fails for a moment is sent again after the batch behind it has been stored, so
#   records of one partition change places. librdkafka and Java clients before 3.0 allow this by default. Set
#   enable.idempotence=true, which keeps the order with up to five requests in flight, or allow one request in
#   flight. Where records have no keys and no order, the finding does not matter.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.in.flight.requests.per.connection
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KP012
#   severities: [warning]
#   confidence: likely
#   consequence: reordering
#   kinds: [producer]
#   remediation: Set enable.idempotence=true, or max.in.flight.requests.per.connection=1.
#   versions: ["3.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.retry_reordering

report contains finding if {
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	overtaken
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence="false" with up to {in_flight} requests in flight: a retried batch can land behind the next one; {mend}`,
		"related": related,
	}
}

# The client, or the framework that makes it, is not idempotent by itself.
report contains finding if {
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] == "default"
	input.state["transactional.id"] in {"absent", "default"}
	overtaken
	finding := {
		"at": place,
		"message": $`up to {in_flight} requests in flight and enable.idempotence off by default: a retried batch can land behind the next one; {mend}`,
	}
}

default mend := "set enable.idempotence=true"

# Idempotence needs acks=all, which old Java clients put in place of their default by themselves.
mend := "set acks=all and enable.idempotence=true" if {
	input.values.acks == "1"
	input.state.acks in {"explicit", "inherited"}
}

in_flight := input.values["max.in.flight.requests.per.connection"]

overtaken if {
	in_flight > 1
	input.values.retries > 0
	input.values.acks != "0"
}

default related := []

related := [{"at": "max.in.flight.requests.per.connection", "message": "several requests in flight"}] if {
	place == "max.in.flight.requests.per.connection"
}

default place := "enable.idempotence"

place := "max.in.flight.requests.per.connection" if {
	input.state["max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
}
