# METADATA
# title: rows with a NULL in a NOT NULL column vanish
# description: |
#   With table.exec.sink.not-null-enforcer=DROP a sink passes over each row that has NULL in a column which is declared NOT NULL. The
#   job goes on and no log tells, so that a field which a producer leaves out, or which does not parse, takes the whole row with it. Leave
#   the option at ERROR, or select the rows that have a NULL and write them to a table of their own.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-not-null-enforcer
# custom:
#   id: FS007
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove table.exec.sink.not-null-enforcer, and write rows that have a NULL to a table of their own.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.not_null_drop

# ConstraintEnforcer
report contains finding if {
	input.values["table.exec.sink.not-null-enforcer"] == "DROP"
	input.state["table.exec.sink.not-null-enforcer"] == "explicit"
	finding := {
		"at": "table.exec.sink.not-null-enforcer",
		"message": sprintf(
			"table.exec.sink.not-null-enforcer=%q drops rows that have NULL in a NOT NULL column, without a word in the log; remove it, or write such rows to a table of their own",
			[input.settings["table.exec.sink.not-null-enforcer"].value],
		),
	}
}
