# METADATA
# title: a query forgets the rows that it still needs
# description: |
#   table.exec.state.ttl drops what a query has remembered of a key that was not touched for that long. A GROUP BY then begins again
#   at zero, and the total that it writes replaces the right one; a DISTINCT lets a row pass a second time; a join finds no partner for a row
#   that comes late. Windows and interval joins clean up by themselves. Set the time longer than rows of one key can be apart, or remove
#   it and bound the query by a window.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/concepts/overview/#idle-state-retention-time
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-state-ttl
# custom:
#   id: FS010
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-job]
#   remediation: Set table.exec.state.ttl longer than rows of one key can be apart.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.state_ttl_with_stateful_query

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["@sql.stateful"] == true
	ttl := input.values["table.exec.state.ttl"]
	ttl > 0
	input.state["table.exec.state.ttl"] == "explicit"
	not jobs.batch
	finding := {
		"at": "table.exec.state.ttl",
		"severity": severity(ttl),
		"message": sprintf(
			"table.exec.state.ttl=%q with a %s (line %d): %s; set it longer than rows of one key can be apart",
			[input.settings["table.exec.state.ttl"].value, by.value, by.line, forgets],
		),
		"related": [{"at": "@sql.stateful.by", "message": "what keeps state"}],
	}
}

report contains finding if {
	input.values["@sql.stateful"] == true
	input.values["table.exec.state.ttl"] == 0
	input.state["table.exec.state.ttl"] in {"absent", "default", "explicit"}
	input.values["@streaming"] == true
	not jobs.batch
	finding := {
		"at": "@sql.stateful.by",
		"severity": "info",
		"consequence": "stall",
		"message": sprintf(
			"nothing drops what this %s remembers of its keys, so its state grows for ever; bound it by a window, or set table.exec.state.ttl longer than rows of one key can be apart",
			[by.value],
		),
	}
}

by := input.settings["@sql.stateful.by"]

severity(ttl) := "error" if {
	by.value == "join"
	ttl < 3600000
} else := "warning"

forgets := "a row finds no partner that came longer before" if by.value == "join"

forgets := "a row that comes again after that time passes a second time" if by.value == "distinct"

forgets := "a group that was idle for that long begins anew, and its result replaces the right one" if by.value == "group-by"
