# METADATA
# title: A source on group offsets has no reset policy, so a new group fails
# description: |
#   The startup mode group-offsets, which is the default of the SQL connector, reads on where the consumer group has committed. Where
#   it has not, Flink's default for properties.auto.offset.reset is none, other than Kafka's: the first start of a new group fails with
#   NoOffsetForPartitionException, and so does a start without state after the broker has dropped the group's offsets. Values that
#   Flink does not know, such as smallest or by_duration, are refused. Set properties.auto.offset.reset to earliest.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#start-reading-position
# custom:
#   id: FK002
#   severities: [warning, error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   supersedes: [KC006, KC008, KC009]
#   remediation: Set properties.auto.offset.reset to earliest.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.group_offsets_without_reset

# The mode is left out; whoever only writes to the table does not need it.
report contains finding if {
	input.state["scan.startup.mode"] in {"absent", "default"}
	input.state["properties.auto.offset.reset"] in {"absent", "default"}
	kafka
	input.values["@sql.role"] in {"source", "both"}
	finding := {
		"at": "properties.auto.offset.reset",
		"message": "neither scan.startup.mode nor properties.auto.offset.reset is set: the source reads on from group offsets and fails where the group has none, as a new one; set properties.auto.offset.reset=earliest",
	}
}

report contains finding if {
	input.values["scan.startup.mode"] == "group-offsets"
	input.state["scan.startup.mode"] == "explicit"
	input.state["properties.auto.offset.reset"] in {"absent", "default"}
	kafka
	input.values["@sql.role"] != "sink"
	finding := {
		"at": "scan.startup.mode",
		"message": "scan.startup.mode=\"group-offsets\" without properties.auto.offset.reset: the source fails where the group has no offset, as a new one; set properties.auto.offset.reset=earliest",
	}
}

# KafkaDynamicSource.getResetStrategy
report contains finding if {
	group_offsets
	input.state["properties.auto.offset.reset"] in {"explicit", "invalid"}
	value := input.settings["properties.auto.offset.reset"].value
	not lower(value) in {"earliest", "latest", "none"}
	kafka
	input.values["@sql.role"] != "sink"
	finding := {
		"at": "properties.auto.offset.reset",
		"message": sprintf("properties.auto.offset.reset=%q: Flink takes earliest, latest or none with scan.startup.mode group-offsets, and the job does not start; set earliest", [value]),
		"severity": "error",
	}
}

group_offsets if input.values["scan.startup.mode"] == "group-offsets"

group_offsets if input.state["scan.startup.mode"] == "absent"

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
