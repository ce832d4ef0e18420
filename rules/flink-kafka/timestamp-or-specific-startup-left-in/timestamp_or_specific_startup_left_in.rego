# METADATA
# title: a source always starts at a moment or at offsets of the past
# description: |
#   scan.startup.mode timestamp and specific-offsets say where to begin once. In a script that is kept they are where each start
#   without state begins, months later too: it does all since then again. With timestamp a partition that has no younger record
#   begins at its end, and the reset policy of the consumer is latest, so that an expired offset skips what is still there; with
#   specific-offsets a partition that is not listed begins at what the group has committed, else at its beginning. Once the job
#   has state, set earliest-offset, or group-offsets with properties.auto.offset.reset = earliest.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#start-reading-position
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#starting-offset
# custom:
#   id: FK005
#   severities: [warning, error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   supersedes: [KC006]
#   remediation: Set scan.startup.mode to earliest-offset, or to group-offsets with properties.auto.offset.reset = earliest.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.timestamp_or_specific_startup_left_in

# TimestampOffsetsInitializer, whose getAutoOffsetResetStrategy is LATEST
report contains finding if {
	input.values["scan.startup.mode"] == "timestamp"
	read
	millis := input.values["scan.startup.timestamp-millis"]
	millis < far
	finding := {
		"at": "scan.startup.mode",
		"message": sprintf(
			"scan.startup.mode=\"timestamp\": each start without state goes back to %d, and a restored offset that has expired jumps to the end; set earliest-offset or group-offsets",
			[millis],
		),
		"related": [{"at": "scan.startup.timestamp-millis", "message": "the moment"}],
	}
}

report contains finding if {
	input.values["scan.startup.mode"] == "timestamp"
	read
	millis := input.values["scan.startup.timestamp-millis"]
	millis >= far
	finding := {
		"at": "scan.startup.timestamp-millis",
		"message": sprintf("scan.startup.timestamp-millis=\"%d\" is after the year 2100, so the source starts at the end of each partition and skips all that is there; write milliseconds since 1970", [millis]),
		"severity": "error",
	}
}

# SpecifiedOffsetsInitializer
report contains finding if {
	input.values["scan.startup.mode"] == "specific-offsets"
	read
	input.state["scan.startup.specific-offsets"] in {"explicit", "inherited"}
	finding := {
		"at": "scan.startup.mode",
		"message": "scan.startup.mode=\"specific-offsets\": each start without state goes back to the same offsets, and partitions that are not listed begin elsewhere; set earliest-offset or group-offsets",
		"consequence": "duplication",
		"related": [{"at": "scan.startup.specific-offsets", "message": "the offsets"}],
	}
}

read if {
	input.state["scan.startup.mode"] == "explicit"
	kafka
	input.values["@sql.role"] != "sink"
	not bounded
}

# What ends by itself is for one run.
bounded if input.values["@streaming"] == false

bounded if input.values["execution.runtime-mode"] == "BATCH"

bounded if {
	input.state["scan.bounded.mode"] in {"explicit", "inherited"}
	input.values["scan.bounded.mode"] != "unbounded"
}

# The year 2100, in milliseconds.
far := 4102444800000

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
