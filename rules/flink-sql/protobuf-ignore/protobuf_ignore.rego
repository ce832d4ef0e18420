# METADATA
# title: records that are no valid Protobuf vanish
# description: |
#   With protobuf.ignore-parse-errors a record that cannot be parsed is skipped, and no metric counts it. A producer with another schema
#   loses all of its records downstream until somebody compares counts. Leave the option out and let the job fail, or read the topic
#   with the raw format as well and keep what does not parse.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/protobuf/#format-options
# custom:
#   id: FS005
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Remove protobuf.ignore-parse-errors.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.protobuf_ignore

import data.kcfglint.lib.loss

report contains finding if {
	input.values["@sql.role"] != "sink"
	some key in ignoring
	finding := {
		"at": key,
		"message": sprintf("%s=\"true\" skips records that do not parse, uncounted; remove it, or read raw and keep what fails", [key]),
		"severity": severity,
	}
}

ignoring contains "protobuf.ignore-parse-errors" if {
	input.values["protobuf.ignore-parse-errors"] in {true, "true"}
	input.state["protobuf.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.protobuf.ignore-parse-errors" if {
	input.values["value.protobuf.ignore-parse-errors"] in {true, "true"}
	input.state["value.protobuf.ignore-parse-errors"] == "explicit"
}

ignoring contains "key.protobuf.ignore-parse-errors" if {
	input.values["key.protobuf.ignore-parse-errors"] in {true, "true"}
	input.state["key.protobuf.ignore-parse-errors"] == "explicit"
}

default severity := "error"

severity := "info" if loss.tolerated
