# METADATA
# title: a job that should go on for ever ends by itself
# description: |
#   With scan.bounded.mode a Kafka source ends at an offset, a moment, or what is the end of the topic when the job starts. Once
#   all sources of a job have ended, so does the job: it is FINISHED, which is no failure that anybody restarts, and nothing is
#   read any more. Remove the option, or set execution.runtime-mode BATCH if one run is what is meant.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#bounded-ending-position
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#boundedness
# custom:
#   id: FK023
#   severities: [error, warning]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-table]
#   remediation: Remove scan.bounded.mode, or set execution.runtime-mode to BATCH.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.bounded_source_in_streaming

report contains finding if {
	input.values["scan.bounded.mode"] in {"latest-offset", "group-offsets", "timestamp", "specific-offsets"}
	input.state["scan.bounded.mode"] in {"explicit", "inherited"}
	input.values["@streaming"] == false
	input.values["execution.runtime-mode"] == "STREAMING"
	input.values["@sql.role"] in {"source", "both"}
	feeds
	not single_run
	finding := object.union(
		{
			"at": "scan.bounded.mode",
			"message": sprintf(
				"scan.bounded.mode=%q: the job ends when it has read so far, and writes nothing to %s after that; remove it, or set execution.runtime-mode=BATCH",
				[input.values["scan.bounded.mode"], input.values["@sql.sinks"]],
			),
		},
		level,
	)
}

feeds if regex.match(`(?:^| )(?:kafka|upsert-kafka|elasticsearch|opensearch|jdbc)`, input.values["@sql.sinks"])

# A name that says that one run is meant.
single_run if regex.match(`(?i)(?:backfill|replay|batch|bounded|migrat|bootstrap|one[-_]?(?:off|time|shot)|initial|histor|reprocess|snapshot|test)`, input.values["pipeline.name"])

single_run if regex.match(`(?i)(?:backfill|replay|batch|bounded|migrat|bootstrap|one[-_]?(?:off|time|shot)|initial|histor|reprocess|snapshot|test)`, input.name)

# Who writes the mode, or asks for checkpoints, means a job that goes on.
level := {} if meant

level := {"severity": "warning"} if not meant

meant if input.state["execution.runtime-mode"] in {"explicit", "inherited"}

meant if input.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
