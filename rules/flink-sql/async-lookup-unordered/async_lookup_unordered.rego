# METADATA
# title: rows overtake each other in lookups
# description: |
#   With table.exec.async-lookup.output-mode=ALLOW_UNORDERED a lookup join hands on each row as soon as its answer is there, so that two rows
#   of one key can change places before they reach a Kafka topic or a table. Flink keeps the order of changelogs, whatever the
#   mode, but not that of rows that are only inserted. Leave the mode at ORDERED where the order within a key counts.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-async-lookup-output-mode
# custom:
#   id: FS026
#   severities: [info]
#   confidence: certain
#   consequence: reordering
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove table.exec.async-lookup.output-mode where the order within a key counts.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.async_lookup_unordered

# LookupJoinUtil.convert: unordered only where the input has no other rows than inserts.
report contains finding if {
	input.values["table.exec.async-lookup.output-mode"] == "ALLOW_UNORDERED"
	input.state["table.exec.async-lookup.output-mode"] == "explicit"
	finding := {
		"at": "table.exec.async-lookup.output-mode",
		"message": sprintf(
			"table.exec.async-lookup.output-mode=%q: rows that are only inserted overtake each other in lookup joins, also those of one key; remove it where their order counts",
			[input.settings["table.exec.async-lookup.output-mode"].value],
		),
	}
}
