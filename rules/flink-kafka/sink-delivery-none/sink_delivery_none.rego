# METADATA
# title: A Kafka sink with delivery guarantee none loses what it has not sent
# description: |
#   With none the sink does not wait at a checkpoint for the records that are still in the producer's buffer. The checkpoint counts
#   them as written, so what a failure of the task or of a broker takes from the buffer is never sent again, and nothing reports
#   it. Set at-least-once, which is the default of the SQL connector, or exactly-once.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# custom:
#   id: FK010
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Set sink.delivery-guarantee to at-least-once or exactly-once.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.sink_delivery_none

import data.kcfglint.lib.loss

# Before Flink 1.14 the option was sink.semantic.
report contains finding if {
	input.values["sink.delivery-guarantee"] == "none"
	input.state["sink.delivery-guarantee"] == "explicit"
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}
	input.values["@sql.role"] != "source"
	finding := {
		"at": "sink.delivery-guarantee",
		"message": sprintf(
			"%s=\"none\": checkpoints do not wait for the producer's buffer, so a failure loses records that count as written; set at-least-once",
			[input.settings["sink.delivery-guarantee"].written],
		),
		"severity": severity,
	}
}

default severity := "error"

severity := "info" if loss.tolerated
