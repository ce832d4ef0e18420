# METADATA
# title: The startup mode overrides auto.offset.reset
# description: |
#   Flink's Kafka source sets auto.offset.reset itself: to latest for the modes latest-offset and timestamp, to earliest for
#   earliest-offset and specific-offsets. What is written as properties.auto.offset.reset counts in the mode group-offsets only, and
#   a warning in the log is all that tells. Change scan.startup.mode to what is meant, and remove the property.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#start-reading-position
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#additional-properties
# custom:
#   id: FK004
#   severities: [warning, info]
#   confidence: certain
#   consequence: ignored
#   kinds: [flink-table]
#   supersedes: [KC006, KC009]
#   remediation: Set scan.startup.mode to what is meant, and remove properties.auto.offset.reset.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.ineffective_offset_reset

report contains finding if {
	input.state["properties.auto.offset.reset"] in {"explicit", "invalid"}
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka"}
	input.values["@sql.role"] != "sink"
	forced := policy[input.values["scan.startup.mode"]]
	value := input.settings["properties.auto.offset.reset"].value
	finding := object.union(
		{
			"at": "properties.auto.offset.reset",
			"message": sprintf(
				"properties.auto.offset.reset=%q has no effect: scan.startup.mode=%q makes it %s; %s",
				[value, input.values["scan.startup.mode"], forced, advice(value, forced)],
			),
			"related": [{"at": "scan.startup.mode", "message": sprintf("sets auto.offset.reset to %s", [forced])}],
		},
		level(value, forced),
	)
}

# KafkaSourceBuilder.parseAndSetRequiredProperties
policy := {
	"earliest-offset": "earliest",
	"specific-offsets": "earliest",
	"latest-offset": "latest",
	"timestamp": "latest",
}

advice(value, forced) := "remove it" if lower(value) == forced

advice(value, forced) := "change the mode to group-offsets, or remove it" if lower(value) != forced

# Nothing is missed where both say the same.
level(value, forced) := {"severity": "info"} if lower(value) == forced

level(value, forced) := {} if lower(value) != forced
