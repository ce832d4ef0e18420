# METADATA
# title: changes that come twice are counted twice
# description: |
#   Debezium, Canal, Maxwell and Ogg repeat changes after a failure of their own. Flink takes each change of such a topic at its word, so that a
#   GROUP BY adds a repeated row a second time, and a join holds it twice. With table.exec.source.cdc-events-duplicate=true and
#   a PRIMARY KEY on the table Flink keeps the last row of each key and passes over what it has seen. Without a PRIMARY KEY it refuses
#   the job.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/debezium/#duplicate-change-events
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-source-cdc-events-duplicate
# custom:
#   id: FS019
#   severities: [warning, error]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: Set table.exec.source.cdc-events-duplicate to true and declare a PRIMARY KEY (...) NOT ENFORCED.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.cdc_duplicates_undeduplicated

report contains finding if {
	source
	input.values["@sql.stateful"] == true
	input.values["@streaming"] == true
	input.values["table.exec.source.cdc-events-duplicate"] == false
	input.state["table.exec.source.cdc-events-duplicate"] in {"absent", "default", "inherited"}
	some key, format in changelog
	finding := {
		"at": key,
		"severity": "warning",
		"confidence": "likely",
		"message": sprintf(
			"%s=%q without table.exec.source.cdc-events-duplicate=true: a change that the connector repeats is counted twice by the %s behind it; set it and declare a PRIMARY KEY",
			[key, format, input.values["@sql.stateful.by"]],
		),
	}
}

# DynamicSourceUtils.validateScanSource
report contains finding if {
	source
	input.values["table.exec.source.cdc-events-duplicate"] == true
	input.state["table.exec.source.cdc-events-duplicate"] == "inherited"
	input.values["@sql.primary-key"] == false
	some key, format in changelog
	finding := {
		"at": "@sql.primary-key",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf(
			"the table has %s=%q and no PRIMARY KEY, which table.exec.source.cdc-events-duplicate=true (line %d) demands: Flink refuses the job; declare PRIMARY KEY (...) NOT ENFORCED",
			[key, format, input.settings["table.exec.source.cdc-events-duplicate"].line],
		),
		"related": [{"at": "table.exec.source.cdc-events-duplicate", "message": "the job drops duplicates by primary key"}],
	}
}

source if {
	input.values.connector == "kafka"
	input.values["@sql.role"] in {"source", "both"}
}

changelog["format"] := format if {
	format := input.values.format
	format in formats
	input.state.format == "explicit"
}

changelog["value.format"] := format if {
	format := input.values["value.format"]
	format in formats
	input.state["value.format"] == "explicit"
}

formats := {"debezium-json", "debezium-avro-confluent", "canal-json", "maxwell-json", "ogg-json"}
