# METADATA
# title: what decides about loss is filled in elsewhere
# description: |
#   The value is a placeholder without a default, so that nothing can be said here of a setting that decides what may be lost,
#   doubled or refused. Lint the files as they are after they are filled in, or give the placeholder a default.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# custom:
#   id: KM034
#   severities: [info]
#   confidence: certain
#   consequence: maintenance
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker, flink-cluster, flink-job, flink-table, flink-snapshot]
#   remediation: Lint what the template yields, too.
#   since: "0.2.0"
package kcfglint.rules.catalog.placeholder_unresolved

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "placeholder"
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}" is filled in elsewhere, and whether it is safe cannot be seen here; lint the result as well`,
	}
}
