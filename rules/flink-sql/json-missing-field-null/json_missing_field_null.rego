# METADATA
# title: fields that are missing in the JSON become NULL
# description: |
#   A column without a field of its name in the record is NULL, without an error, unless json.fail-on-missing-field is true. A producer that
#   renames a field, or a DDL that spells it otherwise, turns a whole column into NULL. Set json.fail-on-missing-field where each record has all
#   fields, or declare columns NOT NULL at the sink.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/json/#json-fail-on-missing-field
# custom:
#   id: FS002
#   severities: [info]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: Set json.fail-on-missing-field to true where each record has all fields.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.json_missing_field_null

# With ignore-parse-errors, which does not go with it, json-ignore-parse-errors reports the table.
report contains finding if {
	source
	input.values["json.fail-on-missing-field"] == false
	input.state["json.ignore-parse-errors"] in unwritten
	some key in whole
	finding := {"at": key, "message": lax("json.fail-on-missing-field")}
}

report contains finding if {
	source
	input.values["value.json.fail-on-missing-field"] == false
	input.state["value.json.ignore-parse-errors"] in unwritten
	some key in value
	finding := {"at": key, "message": lax("value.json.fail-on-missing-field")}
}

lax(option) := sprintf("a field that a record does not have becomes NULL without an error; set %s=true where each record has all fields", [option])

whole contains "json.fail-on-missing-field" if input.state["json.fail-on-missing-field"] == "explicit"

whole contains "format" if {
	input.values.format == "json"
	input.state.format == "explicit"
	input.complete == "full"
	input.state["json.fail-on-missing-field"] in unwritten
}

value contains "value.json.fail-on-missing-field" if input.state["value.json.fail-on-missing-field"] == "explicit"

value contains "value.format" if {
	input.values["value.format"] == "json"
	input.state["value.format"] == "explicit"
	input.complete == "full"
	input.state["value.json.fail-on-missing-field"] in unwritten
}

source if input.values["@sql.role"] in {"source", "both"}

unwritten := {"absent", "default"}
