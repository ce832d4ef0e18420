# METADATA
# title: a value that the key does not take
# description: |
#   The value is of the wrong type, outside of the range, or none of those that the key knows. The client, the worker, the broker,
#   Flink or Flink CDC refuses it when it starts. Most enumerations are taken in one spelling only: acks=ALL is refused, and so is
#   isolation.level=READ_COMMITTED.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/pipeline-connectors/overview/
# custom:
#   id: KM006
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker, flink-cluster, flink-job, flink-table, flink-snapshot, flink-cdc-pipeline]
#   remediation: Write a value that the key takes.
#   since: "0.2.0"
package kcfglint.rules.catalog.type_or_range

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "invalid"
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}" is refused at start: it must be {issue.expected}`,
	}
}
