# METADATA
# title: no watermark is ever sent
# description: |
#   Sources send the watermarks of the usual strategies every pipeline.auto-watermark-interval, 200 ms by default. With 0
#   the timer is never started: event time stands still, windows stay open, and their state grows. Only strategies that
#   send a watermark at each record, as scan.watermark.emit.strategy=on-event from Flink 1.18 on, still work.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#pipeline-auto-watermark-interval
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/event-time/generating_watermarks/
# custom:
#   id: FW009
#   severities: [error, warning]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Remove pipeline.auto-watermark-interval, or set e.g. 200 ms.
#   since: "0.2.0"
package kcfglint.rules.flink_time.auto_watermark_interval_zero

import data.kcfglint.lib.jobs

# ProgressiveTimestampsAndWatermarks, SourceOperator: a Kafka table hands its watermark to its source.
report contains finding if {
	input.values["pipeline.auto-watermark-interval"] == 0
	input.state["pipeline.auto-watermark-interval"] in {"explicit", "inherited"}
	input.values.connector in {"kafka", "upsert-kafka"}
	input.state["@sql.watermark"] == "explicit"
	input.values["@sql.role"] in {"source", "both"}
	input.values["@streaming"] == true
	not jobs.batch
	not on_event
	finding := {
		"at": "@sql.watermark",
		"message": sprintf(
			"pipeline.auto-watermark-interval is 0 (line %d): the source of %s never sends this watermark, and what waits for event time stands still; remove it or set 200 ms",
			[input.settings["pipeline.auto-watermark-interval"].line, input.name],
		),
		"related": [{"at": "pipeline.auto-watermark-interval", "message": "the interval"}],
	}
}

# Whether jobs use event time is told by their code.
report contains finding if {
	input.kind in {"flink-cluster", "flink-job"}
	input.dialect != "flink-sql"
	input.values["pipeline.auto-watermark-interval"] == 0
	input.state["pipeline.auto-watermark-interval"] == "explicit"
	not jobs.batch
	finding := {
		"at": "pipeline.auto-watermark-interval",
		"severity": "warning",
		"confidence": "likely",
		"message": sprintf(
			"%s=%q: no periodic watermark is sent, so that jobs that wait for event time stand still; remove it or set 200 ms",
			[input.settings["pipeline.auto-watermark-interval"].written, input.settings["pipeline.auto-watermark-interval"].value],
		),
	}
}

on_event if lower(input.values["scan.watermark.emit.strategy"]) == "on-event"

on_event if input.state["scan.watermark.emit.strategy"] == "unknown"
