# METADATA
# title: a value that another name of the same key takes the place of
# description: |
#   The key is set under two names with different values, and one of them always wins: in Spring Boot the map called properties
#   over the typed key beside it, in Flink the newest name, but sink.semantic of a Kafka table over sink.delivery-guarantee.
#   Whoever reads or changes the other one is misled. Remove the one that is not meant. A Flink table reads both before one
#   counts, and is refused for either.
# related_resources:
# - ref: https://docs.spring.io/spring-boot/reference/messaging/kafka.html#messaging.kafka.additional-properties
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# custom:
#   id: KM009
#   severities: [warning, error]
#   confidence: certain
#   consequence: ignored
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker, flink-cluster, flink-job, flink-table]
#   remediation: Remove the name that is not meant.
#   supersedes: [KM008]
#   since: "0.2.0"
package kcfglint.rules.catalog.effective_value_shadowed

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "shadowed"
	not issue.expected
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}" counts, and {issue.other}="{issue.value}" on line {issue.line} has no effect; remove one of them`,
	}
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "shadowed"
	issue.expected
	finding := {
		"at": key,
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`{setting.written}="{setting.value}" counts, but {issue.other}="{issue.value}" on line {issue.line} is refused nevertheless: it must be {issue.expected}; remove it`,
	}
}
