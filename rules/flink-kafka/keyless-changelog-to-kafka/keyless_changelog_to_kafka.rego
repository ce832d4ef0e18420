# METADATA
# title: the changes of a row go to different partitions
# description: |
#   A changelog in the formats debezium-json, canal-json, maxwell-json and ogg-json holds inserts, updates and deletes. A kafka
#   table without key.fields writes records without a key, which are spread over the partitions: who reads them gets the delete
#   of a row before its update, and keeps an old row or a wrong one. Set key.format and key.fields to the columns that identify
#   a row, or use upsert-kafka.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#key-fields
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/upsert-kafka/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/debezium/
# custom:
#   id: FK021
#   severities: [warning]
#   confidence: certain
#   consequence: reordering
#   kinds: [flink-table]
#   remediation: Set key.format and key.fields, or use the connector upsert-kafka.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.keyless_changelog_to_kafka

report contains finding if {
	input.values.connector == "kafka"
	input.state["key.fields"] == "absent"
	input.values["@sql.role"] in {"sink", "both"}
	input.complete == "full"
	spread
	finding := {
		"at": written.key,
		"message": sprintf(
			"%s=%q without key.fields: records have no key, so the changes of one row go to different partitions and are read out of order; set key.format and key.fields, or use upsert-kafka",
			[written.key, written.value],
		),
	}
}

written := {"key": "format", "value": input.values.format} if {
	changelog(input.values.format)
}

written := {"key": "value.format", "value": input.values["value.format"]} if {
	changelog(input.values["value.format"])
}

# debezium-avro-confluent, protobuf variants of vendors and the like are changelogs, too.
changelog(format) if regex.match(`^(?:debezium|canal|maxwell|ogg)-`, format)

# A partitioner of one's own may look into the value, and fixed keeps what a task writes together.
spread if input.state["sink.partitioner"] in {"absent", "default"}

spread if input.values["sink.partitioner"] in {"default", "round-robin"}
