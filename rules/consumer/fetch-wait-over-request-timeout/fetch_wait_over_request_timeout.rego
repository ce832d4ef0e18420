# METADATA
# title: a fetch may wait longer than a request
# description: |
#   A broker holds a fetch back for up to fetch.max.wait.ms while there is nothing to read. Where that is not below
#   request.timeout.ms, each fetch of an idle topic times out, and the consumer drops its connection again and again.
#   Clients before 2.0 refused to start with it. librdkafka wants fetch.wait.max.ms a second below socket.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_request.timeout.ms
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC033
#   severities: [error, warning]
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

# rd_kafka_conf_warn.
report contains finding if {
	input.client.name == "librdkafka"
	waiting := input.values["fetch.max.wait.ms"]
	socket := input.values["socket.timeout.ms"]
	waiting + 1000 > socket
	some key in written
	finding := {
		"at": key,
		"severity": "warning",
		"consequence": "stall",
		"message": $`fetch.wait.max.ms ({waiting}) is less than a second below socket.timeout.ms ({socket}): a fetch that waits makes the requests behind it time out; set fetch.wait.max.ms=500 and socket.timeout.ms=60000`,
	}
}

# The one that is written; of two, the wait.
written contains "fetch.max.wait.ms" if input.state["fetch.max.wait.ms"] in {"explicit", "inherited"}

written contains "socket.timeout.ms" if {
	not input.state["fetch.max.wait.ms"] in {"explicit", "inherited"}
	input.state["socket.timeout.ms"] in {"explicit", "inherited"}
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
