# METADATA
# title: a fetch may wait longer than a request
# description: |
#   A broker holds a fetch back for up to fetch.max.wait.ms while there is nothing to read. Where that is not below
#   request.timeout.ms, each fetch of an idle topic times out, and the consumer drops its connection again and again.
#   Clients before 2.0 refused to start with it, and with a request.timeout.ms that is not above session.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_request.timeout.ms
# custom:
#   id: KC033
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer, share-consumer]
#   remediation: Keep fetch.max.wait.ms well below request.timeout.ms.
#   versions: ["2.0"]
#   since: "0.1.0"
package kcfglint.rules.consumer.fetch_wait_over_request_timeout

report contains finding if {
	input.client.name == "java"
	wait := input.values["fetch.max.wait.ms"]
	request <= wait
	finding := {
		"at": place,
		"consequence": consequence,
		"message": $`fetch.max.wait.ms ({wait}) is not below request.timeout.ms ({request}): {effect}; set fetch.max.wait.ms=500`,
		"related": related,
	}
}

# KafkaConsumer's constructor before 2.0.
report contains finding if {
	input.client.name == "java"
	input.versions.client.version < [2, 0]
	input.state["request.timeout.ms"] in {"explicit", "inherited"}
	session := input.values["session.timeout.ms"]
	request <= session
	finding := {
		"at": "request.timeout.ms",
		"consequence": "startup-failure",
		"message": $`request.timeout.ms="{request}" is not above session.timeout.ms ({session}): clients before 2.0 refuse to start; remove it`,
	}
}

request := input.values["request.timeout.ms"]

default place := "request.timeout.ms"

place := "fetch.max.wait.ms" if input.state["fetch.max.wait.ms"] in {"explicit", "inherited"}

default related := []

related := [{"at": "request.timeout.ms", "message": "the request that times out"}] if {
	place == "fetch.max.wait.ms"
	input.state["request.timeout.ms"] in {"explicit", "inherited"}
}

consequence := "startup-failure" if input.versions.client.version < [2, 0]

consequence := "stall" if input.versions.client.version >= [2, 0]

effect := "the consumer refuses to start" if consequence == "startup-failure"

effect := "each fetch of an idle topic times out and drops the connection" if consequence == "stall"
