# METADATA
# title: Records that are no valid JSON vanish
# description: |
#   With json.ignore-parse-errors a record that cannot be parsed is skipped, and a field that does not fit its column becomes NULL. No
#   metric counts it and no log tells, so a producer that changes a field loses data downstream until somebody compares counts. Leave the
#   option out and let the job fail, or read the topic with the raw format, parse in the query and write what does not parse
#   to a table of its own.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/json/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/raw/
# custom:
#   id: FS001
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Remove json.ignore-parse-errors, or read raw and write what does not parse to a table of its own.
#   since: "0.1.0"
package kcfglint.rules.flink_sql.json_ignore_parse_errors

import data.kcfglint.lib.loss

report contains finding if {
	input.values["@sql.role"] != "sink"
	some key in ignoring
	finding := {
		"at": key,
		"message": sprintf("%s=\"true\" skips records that do not parse and sets fields that do not fit to NULL, uncounted and unlogged; remove it, or read raw and keep what fails", [key]),
		"severity": severity,
	}
}

ignoring contains "json.ignore-parse-errors" if {
	input.values["json.ignore-parse-errors"] in {true, "true"}
	input.state["json.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.json.ignore-parse-errors" if {
	input.values["value.json.ignore-parse-errors"] in {true, "true"}
	input.state["value.json.ignore-parse-errors"] == "explicit"
}

ignoring contains "key.json.ignore-parse-errors" if {
	input.values["key.json.ignore-parse-errors"] in {true, "true"}
	input.state["key.json.ignore-parse-errors"] == "explicit"
}

default severity := "error"

severity := "info" if loss.tolerated
