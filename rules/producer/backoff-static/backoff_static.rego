# METADATA
# title: backoff does not grow
# description: |
#   Clients wait longer after each failed attempt, so that brokers that come back are not overrun. Java clients keep the
#   wait at its start where retry.backoff.ms is above retry.backoff.max.ms, the same for socket.connection.setup.timeout,
#   and where reconnect.backoff.ms is written without reconnect.backoff.max.ms. Write both, the maximum above the start.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_retry.backoff.max.ms
# - ref: https://kafka.apache.org/documentation/#producerconfigs_reconnect.backoff.max.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-580%3A+Exponential+Backoff+for+Kafka+Clients
# custom:
#   id: KP038
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [producer, consumer, share-consumer, admin, streams]
#   remediation: Write both, the maximum well above the start.
#   versions: ["2.7", "3.7"]
#   since: "0.1.0"
package kcfglint.rules.producer.backoff_static

# CommonClientConfigs.warnDisablingExponentialBackoff, from 3.7 on.
report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [3, 7]
	start := input.values["retry.backoff.ms"]
	limit := input.values["retry.backoff.max.ms"]
	start > limit
	finding := static(retry, "retry.backoff.ms", start, "retry.backoff.max.ms", limit)
}

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [2, 7]
	start := input.values["socket.connection.setup.timeout.ms"]
	limit := input.values["socket.connection.setup.timeout.max.ms"]
	start > limit
	finding := static(connection, "socket.connection.setup.timeout.ms", start, "socket.connection.setup.timeout.max.ms", limit)
}

# CommonClientConfigs.postProcessReconnectBackoffConfigs.
report contains finding if {
	input.client.name == "java"
	input.state["reconnect.backoff.ms"] in {"explicit", "inherited"}
	input.state["reconnect.backoff.max.ms"] == "default"
	start := input.values["reconnect.backoff.ms"]
	finding := {
		"at": "reconnect.backoff.ms",
		"message": $`reconnect.backoff.ms="{start}" without reconnect.backoff.max.ms: the client takes it as the maximum too, and the wait does not grow; set reconnect.backoff.max.ms`,
		"related": [{"at": "reconnect.backoff.max.ms", "message": "reconnect.backoff.max.ms is not set"}],
	}
}

static(at, key, start, max_key, limit) := {
	"at": at,
	"message": $`{key} ({start}) is above {max_key} ({limit}): the wait starts at its maximum and does not grow; raise {max_key}`,
}

default retry := "retry.backoff.max.ms"

retry := "retry.backoff.ms" if input.state["retry.backoff.ms"] in {"explicit", "inherited"}

default connection := "socket.connection.setup.timeout.max.ms"

connection := "socket.connection.setup.timeout.ms" if {
	input.state["socket.connection.setup.timeout.ms"] in {"explicit", "inherited"}
}
