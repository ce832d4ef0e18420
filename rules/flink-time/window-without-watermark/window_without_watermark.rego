# METADATA
# title: a window over event time has no watermark
# description: |
#   A window over event time closes when the watermark passes its end. Without a WATERMARK clause the column is a plain
#   timestamp and no time attribute, so the planner refuses the window and the job does not start. Declare WATERMARK FOR
#   column AS column - INTERVAL '10' SECOND, or use a column AS PROCTIME() where the time of processing is meant. A temporal join asks a Kafka table
#   for the row of a time in the same way: that table needs a PRIMARY KEY and a WATERMARK.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/create/#watermark
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-tvf/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/joins/#temporal-joins
# custom:
#   id: FW001
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   remediation: Add WATERMARK FOR column AS column - INTERVAL '10' SECOND to the table.
#   since: "0.2.0"
package kcfglint.rules.flink_time.window_without_watermark

# The planner: "The window function requires the timecol is a time attribute type"; a batch job needs none.
report contains finding if {
	input.values["@sql.window"] == true
	input.values["@sql.window.time"] == "event"
	input.state["@sql.watermark"] == "absent"
	input.values["@streaming"] == true
	not batch
	finding := {
		"at": "@sql.window",
		"message": sprintf(
			"%s over a column of %s, which has no WATERMARK: the column is no time attribute, and the job does not start; add WATERMARK FOR column AS column - INTERVAL '10' SECOND to the table",
			[upper(input.values["@sql.window.function"]), input.name],
		),
	}
}

# The planner: "Event-Time Temporal Table Join requires both primary key and row time attribute in versioned table";
# over processing time it has no such join, and Kafka's tables cannot be looked up.
report contains finding if {
	input.values["@sql.probed"] == true
	input.values.connector in {"kafka", "upsert-kafka"}
	input.state["@sql.primary-key"] == "explicit"
	input.state["@sql.watermark"] == "absent"
	input.values["@streaming"] == true
	not batch
	finding := {
		"at": "@sql.probed",
		"message": sprintf(
			"a temporal join asks %s for the row of a time, and the table has no WATERMARK: the job does not start; add WATERMARK FOR column AS column - INTERVAL '10' SECOND and a PRIMARY KEY to the table",
			[input.name],
		),
	}
}

batch if input.values["execution.runtime-mode"] == "BATCH"
