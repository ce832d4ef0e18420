# METADATA
# title: delivery.timeout.ms is below linger.ms + request.timeout.ms
# description: |
#   A Java producer whose delivery.timeout.ms is written refuses to start unless it covers linger.ms and one
#   request.timeout.ms. Clients from 4.0 on linger 5 ms by default and those of Streams 100 ms, so 30000 starts with
#   older clients and no longer with newer ones. librdkafka refuses a linger.ms that is not below message.timeout.ms, at
#   start, or with every record if no setting of topics is written. Set 120000, or at least the sum.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer
# custom:
#   id: KP017
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set delivery.timeout.ms to at least linger.ms + request.timeout.ms, better 120000.
#   supersedes: [KP018]
#   versions: ["4.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.delivery_timeout_too_small

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [2, 1]
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["delivery.timeout.ms"]
	linger := input.values["linger.ms"]
	request := input.values["request.timeout.ms"]
	least := min({linger + request, 2147483647}) # KafkaProducer.configureDeliveryTimeout
	timeout < least
	finding := {
		"at": "delivery.timeout.ms",
		"message": $`delivery.timeout.ms="{timeout}" is below linger.ms ({linger}) + request.timeout.ms ({request}): the producer refuses to start; set at least {least}`,
		"related": related,
	}
}

# rd_kafka_topic_conf_finalize, which librdkafka calls at start if there are settings of topics, and else (or again) when
# it meets a topic.
report contains finding if {
	lingers_longer
	for_topics
	finding := {
		"at": "linger.ms",
		"message": $`linger.ms="{input.values["linger.ms"]}" is not below message.timeout.ms ({input.values["delivery.timeout.ms"]}): librdkafka refuses to start; lower linger.ms`,
		"related": how_long,
	}
}

report contains finding if {
	lingers_longer
	not for_topics
	finding := {
		"at": "linger.ms",
		"consequence": "stall",
		"message": $`linger.ms="{input.values["linger.ms"]}" is not below message.timeout.ms ({input.values["delivery.timeout.ms"]}): librdkafka starts and refuses every record; lower linger.ms`,
		"related": how_long,
	}
}

# 0 stands for no limit, and a default linger.ms is lowered by itself.
lingers_longer if {
	input.client.name == "librdkafka"
	input.state["linger.ms"] in {"explicit", "inherited"}
	timeout := input.values["delivery.timeout.ms"]
	timeout != 0
	timeout <= input.values["linger.ms"]
}

how_long := [{"at": "delivery.timeout.ms", "message": "how long a record may take"} |
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
]

# Settings that librdkafka keeps for topics and not for the client (_RK_TOPIC in rdkafka_conf.c).
for_topics if input.state["delivery.timeout.ms"] in {"explicit", "inherited"}

for_topics if input.state.acks in {"explicit", "inherited"}

for_topics if input.state["request.timeout.ms"] in {"explicit", "inherited"}

for_topics if input.state["compression.level"] in {"explicit", "inherited"}

for_topics if input.state.partitioner in {"explicit", "inherited"}

for_topics if input.state["queuing.strategy"] in {"explicit", "inherited"}

for_topics if input.state["produce.offset.report"] in {"explicit", "inherited"}

for_topics if input.state["auto.offset.reset"] in {"explicit", "inherited"}

related := [{"at": key, "message": $`{key} counts towards the sum`} | some key in written]

written contains "linger.ms" if input.state["linger.ms"] in {"explicit", "inherited"}

written contains "request.timeout.ms" if input.state["request.timeout.ms"] in {"explicit", "inherited"}
