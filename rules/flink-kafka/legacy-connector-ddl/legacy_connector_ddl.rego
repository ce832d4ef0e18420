# METADATA
# title: a table in the form before Flink 1.11
# description: |
#   Options such as connector.type belong to the descriptors that FLIP-122 replaced in Flink 1.11. The Kafka connector
#   understood them up to 1.13; from 1.14 on it has no factory for them, and a job that uses the table does not start. Write
#   connector, topic, scan.startup.mode and format instead.
# related_resources:
# - ref: https://cwiki.apache.org/confluence/display/FLINK/FLIP-122%3A+New+Connector+Property+Keys+for+New+Factory
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/
# custom:
#   id: FK028
#   severities: [error, info]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   supersedes: [KM003]
#   versions: ["flink 1.14"]
#   remediation: Write 'connector' = 'kafka' and the options of today.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.legacy_connector_ddl

report contains finding if {
	legacy
	input.versions.flink.version >= [1, 14]
	finding := {
		"at": {"key": "connector.type", "part": "key"},
		"message": "connector.type=\"kafka\" is the form before Flink 1.11, which the Kafka connector no longer understands: a job that uses the table does not start; write connector=kafka and the options of today",
	}
}

report contains finding if {
	legacy
	input.versions.flink.version < [1, 14]
	finding := {
		"at": {"key": "connector.type", "part": "key"},
		"message": "connector.type=\"kafka\" is the form before Flink 1.11, which the Kafka connector understands up to 1.13; write connector=kafka and the options of today before the upgrade",
		"severity": "info",
		"consequence": "maintenance",
	}
}

legacy if {
	lower(trim_space(input.settings["connector.type"].value)) == "kafka"
	input.state["connector.type"] in {"explicit", "inherited"}
	input.state.connector == "absent"
}
