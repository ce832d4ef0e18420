# METADATA
# title: a window over event time has no watermark
# description: |
#   A window over event time closes when the watermark passes its end. Without a WATERMARK clause the column is a plain
#   timestamp and no time attribute, so the planner refuses the window and the job does not start. Declare WATERMARK FOR
#   column AS column - INTERVAL '10' SECOND, or use a column AS PROCTIME() where the time of processing is meant. A temporal join asks a Kafka table
#   for the row of a time in the same way: that table needs a PRIMARY KEY and a WATERMARK, and the column behind FOR SYSTEM_TIME AS OF
#   must be a time attribute of the table before. So must the one that orders OVER, unless Flink 2.1 or newer counts from the first
#   row on. A join by an interval is accepted on plain timestamps, but as a regular join: it keeps all rows of both sides for ever.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/create/#watermark
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-tvf/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/joins/#temporal-joins
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/joins/#interval-joins
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/over-agg/#order-by
# custom:
#   id: FW001
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   versions: ["flink 2.1"]
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
			"a temporal join asks %s for the row of a time, and the table has no WATERMARK: the job does not start; add WATERMARK FOR column AS column - INTERVAL '10' SECOND to it",
			[input.name],
		),
	}
}

# RuleUtils.validateSnapshotInCorrelate of the planner: "only supports 'FOR SYSTEM_TIME AS OF' left table's time attribute field".
report contains finding if {
	input.state["@sql.as-of"] == "explicit"
	input.state["@sql.watermark"] == "absent"
	input.values["@streaming"] == true
	not batch
	column := input.values["@sql.as-of"]
	finding := {
		"at": "@sql.as-of",
		"message": sprintf(
			"FOR SYSTEM_TIME AS OF %s: %s has no WATERMARK, so the column is no time attribute, and the job does not start; add WATERMARK FOR %s AS %s - INTERVAL '10' SECOND to the table, or take a column AS PROCTIME()",
			[column, input.name, column, column],
		),
	}
}

# StreamExecOverAggregate: "ordering in stream mode must be defined on a time attribute", and from 2.1 on "Non-time attribute sort is
# not supported for bounded OVER window".
report contains finding if {
	input.state["@sql.watermark"] == "absent"
	input.values["@streaming"] == true
	not batch
	some column in ordered
	finding := {
		"at": column.at,
		"message": sprintf(
			"OVER orders rows by %s of %s, which has no WATERMARK: the column is no time attribute, and the job does not start; add WATERMARK FOR %s AS %s - INTERVAL '10' SECOND to the table",
			[column.name, input.name, column.name, column.name],
		),
	}
}

# StreamPhysicalIntervalJoinRule takes joins of time attributes only; the others are StreamPhysicalJoinRule's.
report contains finding if {
	input.values["@sql.interval-join"] == true
	input.state["table.exec.state.ttl"] in {"absent", "default"}
	input.values["@streaming"] == true
	not batch
	finding := {
		"at": "@sql.interval-join",
		"severity": "warning",
		"consequence": "stall",
		"message": "this join by an interval is a regular one, as none of its tables has a WATERMARK: Flink keeps all rows of both sides for ever, until the state is too large; declare one for the columns that it compares",
	}
}

ordered contains {"at": "@sql.over.bounded", "name": column} if column := input.values["@sql.over.bounded"]

ordered contains {"at": "@sql.over.range", "name": column} if {
	column := input.values["@sql.over.range"]
	input.versions.flink.version < [2, 1]
}

ordered contains {"at": "@sql.over.rows", "name": column} if {
	column := input.values["@sql.over.rows"]
	input.versions.flink.version < [2, 1]
}

batch if input.values["execution.runtime-mode"] == "BATCH"
