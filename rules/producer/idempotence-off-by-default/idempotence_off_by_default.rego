# METADATA
# title: the client is not idempotent by default
# description: |
#   Java clients before 3.0, librdkafka, sarama, aiokafka, kafka-python before 3.0 and kafkajs are not idempotent
#   unless they are told to be: when the response to a batch is lost, the retry stores it a second time. Set
#   enable.idempotence=true; sarama also wants Net.MaxOpenRequests=1. kafka-go cannot.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://pkg.go.dev/github.com/IBM/sarama#Config
# custom:
#   id: KP011
#   severities: [info, warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [producer]
#   remediation: Set enable.idempotence=true.
#   since: "0.2.0"
package kcfglint.rules.producer.idempotence_off_by_default

report contains finding if {
	input.client.name in {"java", "librdkafka", "sarama", "aiokafka", "kafka-python", "kafkajs"}
	not input.owner in {"connect", "mirrormaker", "flink"}
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] == "default"
	input.state["transactional.id"] in {"absent", "default"}
	input.values.acks != "0"
	finding := {
		"at": "enable.idempotence",
		"severity": severity,
		"message": "enable.idempotence is not set and off by default here: a retry after a lost response stores the batch twice; set enable.idempotence=true",
	}
}

default severity := "info"

# Whoever writes acks=all wants the records to be safe.
severity := "warning" if {
	input.values.acks == "all"
	input.state.acks in {"explicit", "inherited"}
	input.values.retries != 0
}
