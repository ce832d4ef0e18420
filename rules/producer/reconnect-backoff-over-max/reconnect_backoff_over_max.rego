# METADATA
# title: reconnect.backoff.max.ms is below reconnect.backoff.ms
# description: |
#   librdkafka waits reconnect.backoff.ms before it connects again, and longer after each failure, up to
#   reconnect.backoff.max.ms. It refuses to start where the maximum is below the start. Raise reconnect.backoff.max.ms.
# related_resources:
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KP039
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, admin]
#   remediation: Raise reconnect.backoff.max.ms.
#   since: "0.1.0"
package kcfglint.rules.producer.reconnect_backoff_over_max

# rd_kafka_conf_finalize.
report contains finding if {
	input.client.name == "librdkafka"
	start := input.values["reconnect.backoff.ms"]
	limit := input.values["reconnect.backoff.max.ms"]
	limit < start
	finding := {
		"at": place,
		"message": $`reconnect.backoff.max.ms ({limit}) is below reconnect.backoff.ms ({start}): librdkafka refuses to start; raise reconnect.backoff.max.ms`,
	}
}

default place := "reconnect.backoff.max.ms"

place := "reconnect.backoff.ms" if input.state["reconnect.backoff.ms"] in {"explicit", "inherited"}
