# METADATA
# title: A sink's delivery guarantee is void without checkpoints
# description: |
#   Kafka and Elasticsearch writers flush at a checkpoint and at the end of the input, transactions are committed when a
#   checkpoint completes, and the files of a filesystem sink are finished then. In a job that takes no checkpoints the
#   records that are buffered are lost at every failure, an exactly-once sink never makes a record visible, and files stay in
#   progress. Set execution.checkpointing.interval for the job or the cluster.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/filesystem/
# custom:
#   id: FC002
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Set execution.checkpointing.interval, for example to 60s.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.at_least_once_sink_without_checkpoints

import data.kcfglint.lib.jobs

# A guarantee that is not written is left to checkpointing-disabled, which reports the job.
report contains finding if {
	input.state["sink.delivery-guarantee"] == "explicit"
	consequence := void[input.values["sink.delivery-guarantee"]]
	off
	finding := object.union(
		{
			"at": "sink.delivery-guarantee",
			"message": sprintf(
				"sink.delivery-guarantee=%q, but %s sets execution.checkpointing.interval: %s; set it to e.g. 60s",
				[input.values["sink.delivery-guarantee"], nothing, consequence],
			),
		},
		level,
	)
}

report contains finding if {
	input.values.connector == "filesystem"
	off
	finding := object.union(
		{
			"at": "connector",
			"message": sprintf(
				"connector=\"filesystem\", but %s sets execution.checkpointing.interval: files are finished at checkpoints only and stay in progress for ever; set it to e.g. 60s",
				[nothing],
			),
		},
		level,
	)
}

void := {
	"at-least-once": "the writer flushes only at checkpoints, so a failure loses what it has buffered, unless the source reads it again",
	"exactly-once": "transactions are committed only at checkpoints, so no record ever becomes visible to read_committed readers",
}

# The query that writes to the table stands in the same script, so its job is known.
off if {
	input.state["execution.checkpointing.interval"] == "absent"
	input.values["@sql.role"] in {"sink", "both"}
	not jobs.batch
}

nothing := "nothing" if known

nothing := "nothing in view" if not known

level := {} if known

level := {"severity": "warning", "confidence": "likely"} if not known

known if input.state["@file"] == "inherited"

known if input.state["@job"] == "inherited"

known if input.state["execution.checkpointing.mode"] == "inherited"

known if input.state["execution.checkpointing.dir"] == "inherited"

known if input.state["execution.checkpointing.timeout"] == "inherited"

known if input.state["execution.checkpointing.min-pause"] == "inherited"
