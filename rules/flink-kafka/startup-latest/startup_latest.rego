# METADATA
# title: A source that starts at the latest offset skips what it has not seen
# description: |
#   With latest-offset the source passes over everything that was written before its first start, and over what is written while the
#   job is stopped and started again without state. The mode also becomes the consumer's reset policy for good: when a
#   restored offset is older than the topic's retention, the source jumps to the end although the topic still holds records.
#   Use earliest-offset, or group-offsets with properties.auto.offset.reset = earliest.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#start-reading-position
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#starting-offset
# custom:
#   id: FK001
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   supersedes: [KC006]
#   remediation: Set scan.startup.mode to earliest-offset, or to group-offsets with properties.auto.offset.reset = earliest.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.startup_latest

import data.kcfglint.lib.loss

report contains finding if {
	latest
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
	finding := {
		"at": "scan.startup.mode",
		"message": "scan.startup.mode=\"latest-offset\" skips what is written before a start without state, and all that is retained when a restored offset has expired; set earliest-offset or group-offsets",
		"severity": severity,
	}
}

# The consumer of old left the reset policy alone.
report contains finding if {
	latest
	legacy
	finding := {
		"at": "scan.startup.mode",
		"message": sprintf(
			"%s=\"latest-offset\" skips what is written before a start without state; set earliest-offset or group-offsets",
			[input.settings["scan.startup.mode"].written],
		),
		"severity": severity,
	}
}

latest if {
	input.values["scan.startup.mode"] == "latest-offset"
	input.state["scan.startup.mode"] == "explicit"
	input.values["@sql.role"] != "sink"
}

legacy if input.values["connector.type"] == "kafka"

legacy if startswith(input.values.connector, "kafka-0.")

default severity := "error"

severity := "warning" if loss.tolerated
