# METADATA
# title: the watermark leaves no time for rows that are late
# description: |
#   A watermark without a delay passes a window's end as soon as one row of the partition is beyond it. Any row of that
#   window that comes after that one, because several producers write to the partition or one of them sends again, is
#   dropped by the window without a trace. Let the watermark stay behind by as much as rows can be out of order.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/create/#watermark
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/concepts/time_attributes/#event-time
# custom:
#   id: FW002
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Subtract a delay from the column of the watermark, as INTERVAL '10' SECOND.
#   since: "0.2.0"
package kcfglint.rules.flink_time.zero_delay_watermark

# The record's own timestamp may be that of the broker, whose order is that of the partition.
report contains finding if {
	input.values.connector == "kafka"
	input.values["@sql.window.time"] == "event"
	input.values["@sql.watermark-delay"] <= 1
	input.state["@sql.watermark-delay"] == "explicit"
	input.state["@sql.watermark.metadata"] == "absent"
	source
	finding := {
		"at": "@sql.watermark-delay",
		"message": sprintf(
			"the watermark of %q stays behind by %d ms: the first row past the end of a window (line %d) closes it, and rows of it that come later are dropped; subtract what rows can be late by, e.g. INTERVAL '10' SECOND",
			[input.settings["@sql.watermark"].value, input.values["@sql.watermark-delay"], input.settings["@sql.window.function"].line],
		),
		"related": [{"at": "@sql.window", "message": "the window that drops it"}],
	}
}

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
