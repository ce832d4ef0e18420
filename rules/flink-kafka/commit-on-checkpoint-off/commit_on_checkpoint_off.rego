# METADATA
# title: Flink does not commit the offsets of its source
# description: |
#   By default Flink commits its offsets to the group when a checkpoint completes. It never reads them while it has state, but
#   they are how anybody sees the job's lag, and where a start without state can go on. With commit.offsets.on.checkpoint false
#   there is neither: after a loss of state the job begins where scan.startup.mode and the reset policy say. Remove the
#   property.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#consumer-offset-committing
# custom:
#   id: FK008
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Remove properties.commit.offsets.on.checkpoint.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.commit_on_checkpoint_off

# KafkaSourceReader
report contains finding if {
	input.state["properties.commit.offsets.on.checkpoint"] in {"explicit", "inherited"}
	lower(trim_space(input.settings["properties.commit.offsets.on.checkpoint"].value)) != "true"
	input.values["@sql.role"] != "sink"
	kafka
	finding := {
		"at": "properties.commit.offsets.on.checkpoint",
		"message": sprintf(
			"properties.commit.offsets.on.checkpoint=%q: the lag of the job is not seen, and a start without state has no offset to go on from; remove it",
			[input.settings["properties.commit.offsets.on.checkpoint"].value],
		),
	}
}

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
