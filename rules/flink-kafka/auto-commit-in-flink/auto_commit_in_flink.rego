# METADATA
# title: the consumer commits offsets that Flink has not processed
# description: |
#   Flink's source keeps its place in checkpoints and commits it to the group when one completes. With
#   properties.enable.auto.commit the consumer commits beside it, at its own intervals and as far as it has fetched. Without
#   checkpoints the group's offsets are all there is, and a job that starts again from them has skipped what was in work when it
#   failed. With checkpoints they only blur what is seen of the lag. Remove the property.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#consumer-offset-committing
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit
# custom:
#   id: FK006
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Remove properties.enable.auto.commit, and set execution.checkpointing.interval.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.auto_commit_in_flink

report contains finding if {
	committed
	group_offsets
	input.state["execution.checkpointing.interval"] == "absent"
	input.values["@sql.role"] in {"source", "both"}
	input.values["@streaming"] == true
	finding := {
		"at": "properties.enable.auto.commit",
		"message": sprintf("properties.enable.auto.commit=\"true\" and %s sets execution.checkpointing.interval: offsets are committed ahead of the work, so a failure skips what was in flight; set the interval and remove the property", [nothing]),
		"severity": severity,
	}
}

report contains finding if {
	committed
	not exposed
	finding := {
		"at": "properties.enable.auto.commit",
		"message": "properties.enable.auto.commit=\"true\": the consumer commits what it has fetched beside what Flink commits with its checkpoints, so the lag that is seen is wrong; remove it",
		"severity": "info",
		"consequence": "maintenance",
	}
}

exposed if {
	group_offsets
	input.state["execution.checkpointing.interval"] == "absent"
	input.values["@sql.role"] in {"source", "both"}
	input.values["@streaming"] == true
}

committed if {
	lower(trim_space(input.settings["properties.enable.auto.commit"].value)) == "true"
	input.state["properties.enable.auto.commit"] in {"explicit", "inherited"}
	kafka
	input.values["@sql.role"] != "sink"
}

group_offsets if input.values["scan.startup.mode"] == "group-offsets"

group_offsets if input.state["scan.startup.mode"] == "absent"

# What a script's cluster sets is not known unless it is in view.
nothing := "nothing" if known

nothing := "nothing in view" if not known

severity := "error" if known

severity := "warning" if not known

known if input.state["@file"] == "inherited"

known if input.state["@job"] == "inherited"

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
