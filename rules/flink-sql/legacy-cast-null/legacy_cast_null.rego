# METADATA
# title: casts that fail write NULL
# description: |
#   Since Flink 1.15 a CAST that fails ends the job, and TRY_CAST returns NULL where that is wanted. With
#   table.exec.legacy-cast-behaviour=ENABLED each CAST returns NULL for what it cannot convert: amounts and times that do not parse
#   are NULL downstream, and comparisons with them drop rows. Remove the option and write TRY_CAST where NULL is meant.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/types/#casting
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-legacy-cast-behaviour
# custom:
#   id: FS024
#   severities: [warning]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove table.exec.legacy-cast-behaviour and use TRY_CAST where NULL is meant.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.legacy_cast_null

report contains finding if {
	input.values["table.exec.legacy-cast-behaviour"] == "ENABLED"
	input.state["table.exec.legacy-cast-behaviour"] == "explicit"
	finding := {
		"at": "table.exec.legacy-cast-behaviour",
		"message": sprintf(
			"table.exec.legacy-cast-behaviour=%q: what CAST cannot convert becomes NULL instead of a failure, and goes on as if it were right; remove it and use TRY_CAST where NULL is meant",
			[input.settings["table.exec.legacy-cast-behaviour"].value],
		),
	}
}
