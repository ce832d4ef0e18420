# METADATA
# title: An exactly-once Kafka sink needs a prefix for its transactional ids
# description: |
#   Flink names the transactions of an exactly-once sink after sink.transactional-id-prefix. The SQL connectors kafka and upsert-kafka
#   refuse a sink without it. Set a prefix that is stable over restarts and belongs to this sink of this job alone: a second sink
#   with the same prefix fences the first one.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# custom:
#   id: FK011
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   remediation: Set sink.transactional-id-prefix to a name that belongs to this sink alone.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.exactly_once_prefix

# KafkaConnectorOptionsUtil.validateDeliveryGuarantee, when the table is written to.
report contains finding if {
	input.values["sink.delivery-guarantee"] == "exactly-once"
	input.state["sink.delivery-guarantee"] in {"explicit", "inherited"}
	input.state["sink.transactional-id-prefix"] == "absent"
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}
	input.values["@sql.role"] != "source"
	not by_semantic
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\" without sink.transactional-id-prefix: Flink refuses the sink and the job does not start; set a prefix that no other sink has",
	}
}

# The check reads the newer name only; under the older one the sink takes the prefix of its builder, which has none from
# connector 5.0 on (KafkaSinkBuilder).
by_semantic if {
	input.settings["sink.delivery-guarantee"].written == "sink.semantic"
	not builder_without_prefix
}

builder_without_prefix if input.versions["kafka-connector"].version >= [5, 0]
