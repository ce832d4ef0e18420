# METADATA
# title: a Flink source has no consumer group
# description: |
#   Without properties.group.id Flink cannot read on from group offsets and refuses the source; that is also the startup mode of a
#   table that names none. In the other modes the job runs, but commits no offsets with its checkpoints: nobody sees its lag,
#   and a start without state has nothing to fall back on. Set a group of its own for each job and topic.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#properties
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#consumer-offset-committing
# custom:
#   id: FK007
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   supersedes: [FK002]
#   remediation: Set properties.group.id.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.source_group_missing

# ReaderHandledOffsetsInitializer.validate, which KafkaSourceBuilder calls
report contains finding if {
	without_group
	group_offsets
	finding := {
		"at": at,
		"message": "the source reads on from group offsets, but has no properties.group.id: Flink refuses it and the job does not start; set a group",
	}
}

report contains finding if {
	without_group
	ends_at_group_offsets
	not group_offsets
	finding := {
		"at": "scan.bounded.mode",
		"message": "the source ends at group offsets, but has no properties.group.id: Flink refuses it and the job does not start; set a group",
	}
}

report contains finding if {
	without_group
	input.values["scan.startup.mode"] in {"earliest-offset", "latest-offset", "timestamp", "specific-offsets"}
	input.state["scan.startup.mode"] in {"explicit", "inherited"}
	not ends_at_group_offsets
	finding := {
		"at": "properties.group.id",
		"severity": "warning",
		"consequence": "stall",
		"message": "properties.group.id is not set: Flink commits no offsets, so neither the lag of the job is seen nor where it was, should its state be lost; set a group",
	}
}

without_group if {
	input.state["properties.group.id"] == "absent"
	input.values.connector in {"kafka", "ververica-kafka"}
	input.values["@sql.role"] in {"source", "both"}
	input.complete == "full"
}

ends_at_group_offsets if input.values["scan.bounded.mode"] == "group-offsets"

group_offsets if input.state["scan.startup.mode"] in {"absent", "default"}

group_offsets if input.values["scan.startup.mode"] == "group-offsets"

at := "scan.startup.mode" if input.state["scan.startup.mode"] in {"explicit", "inherited"}

at := "properties.group.id" if input.state["scan.startup.mode"] in {"absent", "default"}
