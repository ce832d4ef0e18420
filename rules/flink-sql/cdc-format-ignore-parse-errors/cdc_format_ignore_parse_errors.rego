# METADATA
# title: Changes that do not parse are dropped, and the table stays wrong
# description: |
#   A changelog format that ignores parse errors skips the change it cannot read. A skipped delete or update is never repeated, so the
#   table that is built from the changes keeps a row that is gone, or an old value, until it is built anew. Leave the option out and let
#   the job fail. The options by which canal-json reads some databases or tables only drop the changes of all others.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/debezium/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/canal/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/maxwell/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/ogg/
# custom:
#   id: FS004
#   severities: [error, info]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: Remove ignore-parse-errors from the changelog format, and take what a filter drops into account.
#   since: "0.1.0"
package kcfglint.rules.flink_sql.cdc_format_ignore_parse_errors

report contains finding if {
	input.values["@sql.role"] != "sink"
	some key in ignoring
	finding := {
		"at": key,
		"message": sprintf("%s=\"true\" skips changes that do not parse: a delete or an update that is skipped is never repeated, and the table stays wrong; remove it", [key]),
	}
}

report contains finding if {
	input.values["@sql.role"] != "sink"
	some key, written in filters
	finding := {
		"at": key,
		"message": sprintf("%s=\"%s\" drops the changes of all others: count them apart when counts are compared", [key, written]),
		"severity": "info",
		"consequence": "loss",
	}
}

filters["canal-json.database.include"] := input.settings["canal-json.database.include"].value if {
	input.state["canal-json.database.include"] == "explicit"
}

filters["canal-json.table.include"] := input.settings["canal-json.table.include"].value if {
	input.state["canal-json.table.include"] == "explicit"
}

ignoring contains "debezium-json.ignore-parse-errors" if {
	input.values["debezium-json.ignore-parse-errors"] in {true, "true"}
	input.state["debezium-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.debezium-json.ignore-parse-errors" if {
	input.values["value.debezium-json.ignore-parse-errors"] in {true, "true"}
	input.state["value.debezium-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "canal-json.ignore-parse-errors" if {
	input.values["canal-json.ignore-parse-errors"] in {true, "true"}
	input.state["canal-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.canal-json.ignore-parse-errors" if {
	input.values["value.canal-json.ignore-parse-errors"] in {true, "true"}
	input.state["value.canal-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "maxwell-json.ignore-parse-errors" if {
	input.values["maxwell-json.ignore-parse-errors"] in {true, "true"}
	input.state["maxwell-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.maxwell-json.ignore-parse-errors" if {
	input.values["value.maxwell-json.ignore-parse-errors"] in {true, "true"}
	input.state["value.maxwell-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "ogg-json.ignore-parse-errors" if {
	input.values["ogg-json.ignore-parse-errors"] in {true, "true"}
	input.state["ogg-json.ignore-parse-errors"] == "explicit"
}

ignoring contains "value.ogg-json.ignore-parse-errors" if {
	input.values["value.ogg-json.ignore-parse-errors"] in {true, "true"}
	input.state["value.ogg-json.ignore-parse-errors"] == "explicit"
}
