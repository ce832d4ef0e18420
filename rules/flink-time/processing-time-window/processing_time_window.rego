# METADATA
# title: a replay puts rows into other windows
# description: |
#   A window over PROCTIME() takes a row into the window of the moment at which it is processed. After a failure, or when
#   the job catches up, the same rows fall into other windows: what was written before is not overwritten but added to,
#   and counts of the time of the outage are those of the time after it. Use a column of the record with a WATERMARK.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/concepts/time_attributes/#processing-time
# custom:
#   id: FW006
#   severities: [warning]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: Lay the window over a column of the record that has a WATERMARK.
#   since: "0.2.0"
package kcfglint.rules.flink_time.processing_time_window

import data.kcfglint.lib.loss

# Rates of metrics and the like are of the moment.
report contains finding if {
	input.values["@sql.window.time"] == "processing"
	input.values.connector in {"kafka", "upsert-kafka"}
	input.values["@streaming"] == true
	not batch
	not loss.tolerated
	finding := {
		"at": "@sql.window",
		"message": sprintf(
			"%s over processing time: after a restart the same rows of %s fall into other windows, and results differ from what was written; use a column of the record with a WATERMARK",
			[upper(input.values["@sql.window.function"]), input.name],
		),
	}
}

batch if input.values["execution.runtime-mode"] == "BATCH"
