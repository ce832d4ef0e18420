# METADATA
# title: texts are cut to the length of their column
# description: |
#   With table.exec.sink.type-length-enforcer=TRIM_PAD a sink cuts each text, and each value of bytes, to the length of its CHAR, VARCHAR, BINARY
#   or VARBINARY column and fills up what is shorter. Nothing tells of it, and two keys that begin alike become one. IGNORE, the default,
#   passes values on as they are, and the database refuses what it cannot hold; from Flink 2.1 on ERROR ends the job.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-type-length-enforcer
# custom:
#   id: FS008
#   severities: [warning]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove table.exec.sink.type-length-enforcer, or set it to ERROR from Flink 2.1 on.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.length_trim

report contains finding if {
	trims
	input.state["@sql.sinks.bounded"] == "explicit"
	finding := {
		"at": "table.exec.sink.type-length-enforcer",
		"message": sprintf("%s, such as %s: keys that begin alike become one; remove it", [cuts, input.values["@sql.sinks.bounded"]]),
		"related": [{"at": "@sql.sinks.bounded", "message": "a column with a length"}],
	}
}

# The tables of the jobs are not in view.
report contains finding if {
	trims
	not sql
	finding := {
		"at": "table.exec.sink.type-length-enforcer",
		"message": sprintf("%s: keys that begin alike become one; remove it", [cuts]),
		"confidence": "likely",
	}
}

cuts := sprintf("%s=%q cuts texts without a word to the length of their column", [setting.written, setting.value])

setting := input.settings["table.exec.sink.type-length-enforcer"]

sql if input.dialect == "flink-sql"

trims if {
	input.values["table.exec.sink.type-length-enforcer"] == "TRIM_PAD"
	input.state["table.exec.sink.type-length-enforcer"] == "explicit"
}
