# METADATA
# title: one partition without records holds up all windows
# description: |
#   The watermark of a source is that of its slowest partition. A partition that gets no records has none, so that the
#   windows over the whole topic stay open and nothing is written until a record comes, as also when the source has more
#   subtasks than the topic has partitions. With an idle timeout such a partition is left out. It is 0, never, unless it
#   is set.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-source-idle-timeout
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#source-per-partition-watermarks
# custom:
#   id: FW003
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-table]
#   remediation: Set table.exec.source.idle-timeout, or scan.watermark.idle-timeout of the table, to e.g. 30s.
#   since: "0.2.0"
package kcfglint.rules.flink_time.idle_timeout_absent

report contains finding if {
	input.values["@sql.window.time"] == "event"
	input.state["@sql.watermark"] == "explicit"
	input.state["table.exec.source.idle-timeout"] in {"absent", "default", "explicit", "inherited"}
	input.values["table.exec.source.idle-timeout"] == 0
	not idle_here
	source
	finding := {
		"at": place,
		"message": sprintf(
			"%s: while one partition of %s gets no record, no watermark passes and the window (line %d) writes nothing; set table.exec.source.idle-timeout, e.g. to 30s",
			[words, input.name, input.settings["@sql.window.function"].line],
		),
		"related": [{"at": "@sql.window", "message": "the window that waits"}],
	}
}

place := "table.exec.source.idle-timeout" if written

place := "@sql.watermark" if not written

words := sprintf("table.exec.source.idle-timeout=%q switches idleness off", [input.settings["table.exec.source.idle-timeout"].value]) if written

words := "nothing sets an idle timeout" if not written

written if input.state["table.exec.source.idle-timeout"] in {"explicit", "inherited"}

# From Flink 1.18 on the table has its own, which is read first.
idle_here if {
	input.values["scan.watermark.idle-timeout"] > 0
}

idle_here if input.state["scan.watermark.idle-timeout"] == "unknown"

source if {
	input.values.connector in {"kafka", "upsert-kafka"}
	input.values["@sql.role"] in {"source", "both"}
	input.values["@streaming"] == true
	not bounded
}

bounded if input.values["execution.runtime-mode"] == "BATCH"

bounded if {
	input.state["scan.bounded.mode"] in {"explicit", "inherited", "unknown"}
	input.values["scan.bounded.mode"] != "unbounded"
}

bounded if input.state["scan.bounded.mode"] == "unknown"
