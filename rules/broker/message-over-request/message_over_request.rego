# METADATA
# title: the largest message does not fit into a request
# description: |
#   socket.request.max.bytes is how long a request may be; a broker closes the connection of a client that sends a
#   longer one. Batches between that and message.max.bytes are allowed by the one setting and never arrive because of
#   the other: the producer reconnects and tries again until delivery.timeout.ms is over. Followers are not held up by
#   large batches, as the first batch of a fetch is always returned.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_socket.request.max.bytes
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_message.max.bytes
# custom:
#   id: KB027
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [broker, topic]
#   remediation: Set socket.request.max.bytes above message.max.bytes.
#   since: "0.2.0"
package kcfglint.rules.broker.message_over_request

report contains finding if {
	largest := input.values["message.max.bytes"]
	limit := input.values["socket.request.max.bytes"]
	largest > limit
	input.state["message.max.bytes"] in {"explicit", "inherited"}
	finding := {
		"at": "message.max.bytes",
		"message": $`message.max.bytes="{largest}" is above socket.request.max.bytes ({limit}{how}): a request with such a batch is cut off, and the producer tries in vain; raise socket.request.max.bytes, or lower this`,
	}
}

# The same of a single topic.
report contains finding if {
	input.state["max.message.bytes"] in {"explicit", "inherited"}
	largest := input.values["max.message.bytes"]
	limit := input.values["@broker.socket.request.max.bytes"]
	largest > limit
	finding := {
		"at": "max.message.bytes",
		"message": $`max.message.bytes="{largest}" is above {limit}, the socket.request.max.bytes of the brokers: a request with such a batch is cut off, and the producer tries in vain; raise it there, or lower this`,
		"related": [{"at": "@broker.socket.request.max.bytes", "message": "the brokers"}],
	}
}

how := " by default" if input.state["socket.request.max.bytes"] == "default"

how := $`, line {input.settings["socket.request.max.bytes"].line}` if input.state["socket.request.max.bytes"] in {"explicit", "inherited"}
