# METADATA
# title: a CDC source that does not read what the table holds
# description: |
#   With scan.startup.mode initial, which is the default, a CDC source reads the rows of the table and then the changes. latest-offset begins
#   with the changes after the start: all rows that were there before are missing downstream, and so is what changes while a job
#   without state is stopped. earliest-offset, timestamp and specific-offset read the database's log from some place on, and a log does not go
#   back to the beginning. A row that never changes is then never seen.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/flink-sources/mysql-cdc/#startup-reading-position
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/flink-sources/postgres-cdc/#connector-options
# custom:
#   id: FS021
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table, flink-cdc-pipeline]
#   remediation: Start with initial, the default, give each reader a server id of its own, and say whether new tables are read.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.cdc_startup_skips_snapshot

report contains finding if {
	some key, written in modes
	lower(written) == "latest-offset"
	finding := {
		"at": key,
		"severity": "error",
		"message": sprintf("scan.startup.mode=%q: rows that the table holds at the start are never read, nor what changes before a start without state; remove it", [written]),
	}
}

report contains finding if {
	some key, written in modes
	lower(written) in {"earliest-offset", "timestamp", "specific-offset"}
	finding := {
		"at": key,
		"severity": "warning",
		"confidence": "likely",
		"message": sprintf("scan.startup.mode=%q reads the database's log only: rows that changed last before the log begins, or before the place that is given, are never read; remove it, unless they were loaded otherwise", [written]),
	}
}

# MySqlTableSourceFactory: without server-id each reader takes a number at random.
report contains finding if {
	input.values.connector == "mysql-cdc"
	input.values["@sql.role"] != "sink"
	input.complete == "full"
	input.state["server-id"] == "absent"
	parallelism := input.values["parallelism.default"]
	parallelism > 1
	input.state["parallelism.default"] == "inherited"
	finding := {
		"at": "connector",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "stall",
		"message": sprintf(
			"connector=\"mysql-cdc\" without server-id under parallelism.default=\"%d\" (line %d): readers take server ids at random, and two of the same throw each other out; set a range of as many, such as 5401-%d",
			[parallelism, input.settings["parallelism.default"].line, 5400 + parallelism],
		),
		"related": [{"at": "parallelism.default", "message": "the number of readers"}],
	}
}

report contains finding if {
	input.kind == "flink-cdc-pipeline"
	lower(input.values["source.type"]) == "mysql"
	input.complete == "full"
	input.state["source.server-id"] == "absent"
	input.state.parallelism == "explicit"
	readers := to_number(input.values.parallelism)
	readers > 1
	finding := {
		"at": "source.type",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "stall",
		"message": sprintf(
			"a mysql source without server-id under parallelism=\"%d\" (line %d): readers take server ids at random, and two of the same throw each other out; set a range of as many, such as 5401-%d",
			[readers, input.settings.parallelism.line, 5400 + readers],
		),
		"related": [{"at": "parallelism", "message": "the number of readers"}],
	}
}

# MySqlDataSourceOptions: both are false by default.
report contains finding if {
	input.kind == "flink-cdc-pipeline"
	lower(input.values["source.type"]) == "mysql"
	input.complete == "full"
	input.state["source.scan.newly-added-table.enabled"] in {"absent", "default"}
	input.state["source.scan.binlog.newly-added-table.enabled"] in {"absent", "default"}
	not bounded
	tables := input.values["source.tables"]
	regex.match(`\\\.[*+]|[\[\](){}|?^$]`, tables)
	finding := {
		"at": "source.tables",
		"severity": "info",
		"message": sprintf("tables=\"%s\" is a pattern: tables that are made later and match are not read; set scan.newly-added-table.enabled to take them up with a restart from a savepoint, or scan.binlog.newly-added-table.enabled for their changes alone", [tables]),
	}
}

# A pipeline that reads the tables once and ends.
bounded if lower(input.values["source.scan.startup.mode"]) == "snapshot"

modes["scan.startup.mode"] := input.settings["scan.startup.mode"].value if {
	input.kind == "flink-table"
	input.values.connector in {
		"db2-cdc", "mongodb-cdc", "mysql-cdc", "oceanbase-cdc", "oracle-cdc", "postgres-cdc", "sqlserver-cdc", "tidb-cdc",
		"vitess-cdc",
	}
	input.values["@sql.role"] != "sink"
	input.state["scan.startup.mode"] == "explicit"
}

# A pipeline reads databases only.
modes["source.scan.startup.mode"] := input.settings["source.scan.startup.mode"].value if {
	input.kind == "flink-cdc-pipeline"
	input.state["source.scan.startup.mode"] == "explicit"
}
