# METADATA
# title: a kafka-go Writer waits for no acknowledgement by default
# description: |
#   The zero value of RequiredAcks in kafka-go's Writer is RequireNone: WriteMessages reports success as soon as the
#   batch is on the socket, and a restart of a broker loses it without an error. The deprecated WriterConfig puts
#   RequireAll in place of the zero value. Set RequiredAcks to RequireAll.
# related_resources:
# - ref: https://pkg.go.dev/github.com/segmentio/kafka-go#Writer
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# custom:
#   id: KP004
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set RequiredAcks to RequireAll (-1).
#   since: "0.2.0"
package kcfglint.rules.producer.kafka_go_writer_acks_none

import data.kcfglint.lib.loss

report contains finding if {
	input.client.name == "kafka-go"
	input.values.acks == "0"
	input.state.acks == "default"
	input.state["WriterConfig.RequiredAcks"] in {"absent", "default"}
	finding := {
		"at": "acks",
		"severity": severity,
		"message": "acks is not set and a kafka-go Writer waits for no acknowledgement by default, so a broker that restarts loses records without an error; set RequiredAcks to RequireAll",
	}
}

default severity := "error"

severity := "info" if loss.tolerated
