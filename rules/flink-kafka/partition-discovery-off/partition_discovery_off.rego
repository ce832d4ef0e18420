# METADATA
# title: new partitions are not read until the job starts again
# description: |
#   Flink's source looks for new partitions, and with topic-pattern for new topics, every scan.topic-partition-
#   discovery.interval: 5 min from the connector 3.1 on, never before. With 0 it never does: what is written to partitions that
#   are added later is not read until somebody starts the job again, maybe after the topic's retention. Before the connector 3.1
#   a new partition is read as the startup mode says, so that with latest-offset what was written before it was found is
#   skipped. Leave the option out, or set it to a few minutes.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#topic-and-partition-discovery
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#dynamic-partition-discovery
# custom:
#   id: FK024
#   severities: [warning, error]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-table]
#   versions: ["flink 1.17", "kafka-connector 3.1"]
#   remediation: Remove scan.topic-partition-discovery.interval, or set it to a few minutes.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.partition_discovery_off

report contains finding if {
	input.values["scan.topic-partition-discovery.interval"] == 0
	input.state["scan.topic-partition-discovery.interval"] in {"explicit", "inherited"}
	source
	finding := object.union(
		{
			"at": "scan.topic-partition-discovery.interval",
			"message": sprintf(
				"scan.topic-partition-discovery.interval=%q: %s not read until the job starts again; remove it, or set a few minutes",
				[input.settings["scan.topic-partition-discovery.interval"].value, what],
			),
		},
		level,
	)
}

# KafkaConnectorOptions before FLINK-31208 has no default.
report contains finding if {
	old
	input.state["scan.topic-partition-discovery.interval"] in {"absent", "default"}
	input.values["@sql.role"] in {"source", "both"}
	input.complete == "full"
	source
	finding := object.union(
		{
			"at": place,
			"message": sprintf(
				"scan.topic-partition-discovery.interval is not set, and this version of the connector then never looks: %s not read until the job starts again%s; set e.g. 5 min",
				[what, skipped],
			),
		},
		level,
	)
}

# A connector before 3.1, which Flink brought itself up to 1.16.
old if input.versions["kafka-connector"].version < [3, 1]

old if {
	not input.versions["kafka-connector"]
	input.versions.flink.version < [1, 17]
}

source if {
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
	input.values["@sql.role"] != "sink"
	not bounded
}

# Who reads to an end does not look for more (KafkaSourceBuilder).
bounded if input.values["@streaming"] == false

bounded if input.values["execution.runtime-mode"] == "BATCH"

bounded if {
	input.state["scan.bounded.mode"] in {"explicit", "inherited"}
	input.values["scan.bounded.mode"] != "unbounded"
}

pattern if input.state["topic-pattern"] in {"explicit", "inherited", "unknown"}

skips if {
	old
	input.values["scan.startup.mode"] == "latest-offset"
}

what := "new topics that match, and new partitions, are" if pattern

what := "new partitions are" if not pattern

skipped := ", and latest-offset then skips what they hold" if skips

skipped := "" if not skips

level := {"severity": "error", "consequence": "loss"} if skips

level := {"severity": "error"} if {
	pattern
	not skips
}

level := {} if {
	not pattern
	not skips
}

place := "topic-pattern" if pattern

place := "topic" if not pattern
