# METADATA
# title: sizes of fetches contradict each other
# description: |
#   librdkafka refuses to start where fetch.max.bytes is written and below message.max.bytes, which is 1000000 unless set,
#   or where receive.message.max.bytes is written and less than 512 bytes above fetch.max.bytes. Left out, they are raised
#   by themselves.
# related_resources:
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC035
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Set fetch.max.bytes to at least message.max.bytes, and receive.message.max.bytes to at least fetch.max.bytes + 512.
#   since: "0.1.0"
package kcfglint.rules.consumer.fetch_below_message_size

# rd_kafka_conf_finalize.
report contains finding if {
	input.client.name == "librdkafka"
	input.state["fetch.max.bytes"] in {"explicit", "inherited"}
	fetch < message
	finding := {
		"at": "fetch.max.bytes",
		"message": $`fetch.max.bytes="{fetch}" is below message.max.bytes ({message}): librdkafka refuses to start; set at least {message}`,
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	input.state["receive.message.max.bytes"] in {"explicit", "inherited"}
	receive := input.values["receive.message.max.bytes"]
	receive < needed
	finding := {
		"at": "receive.message.max.bytes",
		"message": $`receive.message.max.bytes="{receive}" is below fetch.max.bytes + 512 ({needed}): librdkafka refuses to start; set at least {needed}`,
	}
}

fetch := input.values["fetch.max.bytes"]

message := input.values["message.max.bytes"]

# Where it is left out, fetch.max.bytes is at least message.max.bytes.
needed := fetch + 512 if input.state["fetch.max.bytes"] in {"explicit", "inherited"}

needed := max({fetch, message}) + 512 if input.state["fetch.max.bytes"] == "default"
