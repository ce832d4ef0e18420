# METADATA
# title: entries of a map without a key are left out
# description: |
#   With map-null-key.mode=DROP the format leaves the entries of a MAP whose key is NULL out of the JSON that it writes, without an
#   error or a log line. FAIL, which is the default, ends the job instead, and LITERAL writes the entry under the word that
#   map-null-key.literal gives.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/json/#json-map-null-key-mode
# custom:
#   id: FS006
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Set map-null-key.mode to LITERAL, or remove it.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.map_null_key_drop

# RowDataToJsonConverters: only what is written is converted so, and only a column with a map has such keys.
report contains finding if {
	input.values["@sql.role"] != "source"
	input.state["@sql.columns.map"] == "explicit"
	some key, mode in dropping
	finding := {
		"at": key,
		"message": sprintf(
			"%s=%q leaves the entries of column %s whose key is NULL out of what is written; set LITERAL, or remove it",
			[key, mode, input.values["@sql.columns.map"]],
		),
		"related": [{"at": "@sql.columns.map", "message": "the column with the map"}],
	}
}

dropping["json.map-null-key.mode"] := mode if {
	mode := input.values["json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["json.map-null-key.mode"] == "explicit"
}

dropping["value.json.map-null-key.mode"] := mode if {
	mode := input.values["value.json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["value.json.map-null-key.mode"] == "explicit"
}

dropping["debezium-json.map-null-key.mode"] := mode if {
	mode := input.values["debezium-json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["debezium-json.map-null-key.mode"] == "explicit"
}

dropping["canal-json.map-null-key.mode"] := mode if {
	mode := input.values["canal-json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["canal-json.map-null-key.mode"] == "explicit"
}

dropping["maxwell-json.map-null-key.mode"] := mode if {
	mode := input.values["maxwell-json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["maxwell-json.map-null-key.mode"] == "explicit"
}

dropping["ogg-json.map-null-key.mode"] := mode if {
	mode := input.values["ogg-json.map-null-key.mode"]
	upper(mode) == "DROP"
	input.state["ogg-json.map-null-key.mode"] == "explicit"
}
