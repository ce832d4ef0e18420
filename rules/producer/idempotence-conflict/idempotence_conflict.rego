# METADATA
# title: enable.idempotence=true contradicts another setting
# description: |
#   A producer that is told to be idempotent refuses to start when acks is not all, retries is 0 or more than five
#   requests may be in flight. Kafka Streams under an exactly-once processing.guarantee and Connect with exactly-once
#   sources tell their producers so, whatever is written. librdkafka also wants its queue in order (queuing.strategy,
#   queue.buffering.backpressure.threshold), sarama wants RequiredAcks and one request in flight written, as its defaults
#   are others, and SmallRye writes acks=1 where a channel has none. Set acks=all, remove retries, and keep at most five
#   requests in flight.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://github.com/IBM/sarama/blob/main/config.go
# - ref: https://aiokafka.readthedocs.io/en/stable/api.html
# custom:
#   id: KP008
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set acks=all, remove retries=0, and set max.in.flight.requests.per.connection to at most 5.
#   supersedes: [KP001, KP002, KP003, KP007, KP009, KP012, KP020]
#   since: "0.1.0"
package kcfglint.rules.producer.idempotence_conflict

report contains finding if {
	acks := input.values.acks
	not acks in {"all", "-1"}
	input.state.acks in {"explicit", "inherited"}
	demanded
	finding := {
		"at": "acks",
		"message": $`acks="{acks}" {demand}: the producer refuses to start; set acks=all`,
		"related": related,
	}
}

report contains finding if {
	input.values.retries == 0
	input.state.retries in {"explicit", "inherited"}
	demanded
	finding := {
		"at": "retries",
		"message": $`retries="0" {demand}: the producer refuses to start; remove retries and bound the time with delivery.timeout.ms`,
		"related": related,
	}
}

report contains finding if {
	in_flight := input.values["max.in.flight.requests.per.connection"]
	in_flight > 5
	input.state["max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
	demanded
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"message": $`max.in.flight.requests.per.connection="{in_flight}" {demand}: the producer refuses to start; set at most 5`,
		"related": related,
	}
}

# KafkaSink of SmallRye puts acks in, with the default of the connector where the channel has none.
report contains finding if {
	input.owner == "smallrye"
	input.values.acks in {"0", "1"}
	input.state.acks == "default"
	demanded
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence="true" without acks: SmallRye sets acks="{input.values.acks}" for it and the producer refuses to start; set acks=all`,
	}
}

# Config.Validate of sarama looks at what counts, written or not.
report contains finding if {
	sarama
	input.values.acks in {"0", "1"}
	finding := {
		"at": "acks",
		"message": $`acks ({input.values.acks}) of an idempotent producer: sarama refuses to start; set RequiredAcks to WaitForAll`,
		"related": related,
	}
}

report contains finding if {
	sarama
	in_flight := input.values["max.in.flight.requests.per.connection"]
	in_flight > 1
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"message": $`max.in.flight.requests.per.connection ({in_flight}) of an idempotent producer: sarama refuses to start; set Net.MaxOpenRequests=1`,
		"related": related,
	}
}

report contains finding if {
	sarama
	input.values.retries == 0
	finding := {
		"at": "retries",
		"message": `retries="0" of an idempotent producer: sarama refuses to start; remove it`,
		"related": related,
	}
}

# cfg.validate of franz-go, whose producers are idempotent unless that is disabled.
report contains finding if {
	input.client.name == "franz-go"
	input.values.acks in {"0", "1"}
	input.state.acks in {"explicit", "inherited"}
	input.values.DisableIdempotentWrite == false
	finding := {
		"at": "acks",
		"message": $`acks="{input.values.acks}" without DisableIdempotentWrite: franz-go refuses to start; set acks=all`,
	}
}

# The producers of kafkajs look at the acks of each send, and at their retries when they are made.
report contains finding if {
	input.client.name == "kafkajs"
	input.values["enable.idempotence"] == true
	input.values.retries == 0
	input.state.retries in {"explicit", "inherited"}
	finding := {
		"at": "retries",
		"message": `retries="0" of an idempotent producer: kafkajs refuses to make it; remove it`,
		"related": related,
	}
}

# AIOKafkaProducer.
report contains finding if {
	input.client.name == "aiokafka"
	input.values.acks in {"0", "1"}
	input.state.acks in {"explicit", "inherited"}
	input.values["enable.idempotence"] == true
	finding := {
		"at": "acks",
		"message": $`acks="{input.values.acks}" of an idempotent producer: aiokafka refuses to start; set acks=all`,
		"related": related,
	}
}

# rd_kafka_conf_finalize.
report contains finding if {
	input.values["queuing.strategy"] == "lifo"
	input.state["queuing.strategy"] in {"explicit", "inherited"}
	idempotent_librdkafka
	finding := {
		"at": "queuing.strategy",
		"message": `queuing.strategy="lifo" of an idempotent producer: librdkafka refuses to start; remove it`,
	}
}

report contains finding if {
	threshold := input.values["queue.buffering.backpressure.threshold"]
	threshold != 1
	input.state["queue.buffering.backpressure.threshold"] in {"explicit", "inherited"}
	idempotent_librdkafka
	finding := {
		"at": "queue.buffering.backpressure.threshold",
		"message": $`queue.buffering.backpressure.threshold="{threshold}" of an idempotent producer: librdkafka refuses to start; remove it`,
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	input.values["enable.gapless.guarantee"] == true
	input.values["enable.idempotence"] == false
	not transactional
	finding := {
		"at": "enable.gapless.guarantee",
		"message": `enable.gapless.guarantee="true" without enable.idempotence: librdkafka refuses to start; set enable.idempotence=true`,
		"related": [{"at": "enable.idempotence", "message": "idempotence is off"}],
	}
}

sarama if {
	input.client.name == "sarama"
	input.values["enable.idempotence"] == true
}

idempotent_librdkafka if {
	input.client.name == "librdkafka"
	input.values["enable.idempotence"] == true
}

idempotent_librdkafka if transactional

transactional if {
	input.client.name == "librdkafka"
	input.settings["transactional.id"].value != "" # which counts as none
}

demanded if {
	input.client.name in {"java", "librdkafka"}
	input.values["enable.idempotence"] == true
	input.state["enable.idempotence"] in {"explicit", "inherited", "forced"}
}

demand := $`with enable.idempotence="true" (line {input.settings["enable.idempotence"].line})` if not forced

demand := $`while {frameworks[input.owner]} sets enable.idempotence=true to run exactly once` if forced

# StreamsConfig.getProducerConfigs and Worker.exactlyOnceSourceTaskProducerConfigs put it in, over what is written.
forced if input.state["enable.idempotence"] == "forced"

frameworks := {"streams": "Kafka Streams", "connect": "Kafka Connect", "mirrormaker": "MirrorMaker"}

related := [{"at": "enable.idempotence", "message": "idempotence is demanded here"}] if not forced

related := [] if forced
