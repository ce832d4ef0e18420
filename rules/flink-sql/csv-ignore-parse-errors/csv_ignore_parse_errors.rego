# METADATA
# title: Rows that are no valid CSV vanish
# description: |
#   With csv.ignore-parse-errors one field that does not fit its column drops the whole row. No metric counts it and no log tells.
#   Leave the option out and let the job fail, or declare columns as STRING, convert in the query with TRY_CAST and write
#   what does not convert to a table of its own.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/csv/
# custom:
#   id: FS003
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Remove csv.ignore-parse-errors, or declare STRING columns and keep what TRY_CAST does not convert.
#   since: "0.1.0"
package kcfglint.rules.flink_sql.csv_ignore_parse_errors

import data.kcfglint.lib.loss

report contains finding if {
	input.values["@sql.role"] != "sink"
	some key in ignoring
	finding := {
		"at": key,
		"message": sprintf("%s=\"true\" drops a row for one field that does not fit, uncounted and unlogged; remove it, or declare STRING columns and convert with TRY_CAST", [key]),
		"severity": severity,
	}
}

ignoring contains "csv.ignore-parse-errors" if {
	input.values["csv.ignore-parse-errors"] in {true, "true"}
	input.state["csv.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.csv.ignore-parse-errors" if {
	input.values["value.csv.ignore-parse-errors"] in {true, "true"}
	input.state["value.csv.ignore-parse-errors"] == "explicit"
}

ignoring contains "key.csv.ignore-parse-errors" if {
	input.values["key.csv.ignore-parse-errors"] in {true, "true"}
	input.state["key.csv.ignore-parse-errors"] == "explicit"
}

default severity := "error"

severity := "info" if loss.tolerated
