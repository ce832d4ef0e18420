# METADATA
# title: a part of a pipeline lacks what its connector requires
# description: |
#   The source and the sink of a pipeline of Flink CDC have options without which they do not start: where the database is, who logs in, which
#   tables are read. An option that is written without a value counts as left out. Flink CDC says so when the pipeline is submitted.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/pipeline-connectors/overview/
# - ref: https://github.com/apache/flink-cdc/blob/master/flink-cdc-common/src/main/java/org/apache/flink/cdc/common/factories/FactoryHelper.java
# custom:
#   id: FS027
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-cdc-pipeline]
#   remediation: Add the options that are missing.
#   since: "0.3.0"
package kcfglint.rules.flink_sql.cdc_yaml_required_option

# FactoryHelper.validateFactoryOptions; before 3.2, the checks of the connectors themselves.
report contains finding if {
	missing := input.values["@cdc.missing.source"]
	finding := {
		"at": "@cdc.missing.source",
		"message": sprintf("source %q lacks %s: Flink CDC does not start without; add what is missing", [input.values["source.type"], missing]),
	}
}

report contains finding if {
	missing := input.values["@cdc.missing.sink"]
	finding := {
		"at": "@cdc.missing.sink",
		"message": sprintf("sink %q lacks %s: Flink CDC does not start without; add what is missing", [input.values["sink.type"], missing]),
	}
}
