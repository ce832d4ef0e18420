# METADATA
# title: A source on group offsets falls back to the end of the topic
# description: |
#   Where the consumer group has no committed offset the reset policy decides. With latest the first start skips everything that
#   the topic holds, and so does every start without state after the broker has dropped the group's offsets; the same policy
#   holds for a restored offset that is older than the topic's retention. Set properties.auto.offset.reset to earliest.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#start-reading-position
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# custom:
#   id: FK003
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   supersedes: [KC006]
#   remediation: Set properties.auto.offset.reset to earliest.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.group_offsets_reset_latest

import data.kcfglint.lib.loss

report contains finding if {
	input.state["properties.auto.offset.reset"] == "explicit"
	lower(input.settings["properties.auto.offset.reset"].value) == "latest"
	group_offsets
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
	input.values["@sql.role"] != "sink"
	finding := {
		"at": "properties.auto.offset.reset",
		"message": sprintf(
			"properties.auto.offset.reset=%q with scan.startup.mode group-offsets: a new group, or one whose offsets have expired, skips all that the topic holds; set earliest",
			[input.settings["properties.auto.offset.reset"].value],
		),
		"severity": severity,
	}
}

group_offsets if input.values["scan.startup.mode"] == "group-offsets"

group_offsets if input.state["scan.startup.mode"] == "absent"

default severity := "error"

severity := "warning" if loss.tolerated
