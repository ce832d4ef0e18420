# METADATA
# title: windows drop what comes after the watermark
# description: |
#   A windowing table-valued function drops rows of a window that the watermark has passed, and only a metric of the
#   operator counts them. The options table.exec.emit.* that keep windows of GROUP BY open or let them write again have no
#   effect on it. Make the delay of the watermark as long as rows come late, or compare the counts with those of the
#   topic.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-tvf/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-agg/
# custom:
#   id: FW005
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Make the watermark's delay as long as rows come late.
#   since: "0.2.0"
package kcfglint.rules.flink_time.late_data_unhandled

report contains finding if {
	drops
	input.values["@sql.watermark-delay"] > 1
	input.state["@sql.watermark-delay"] == "explicit"
	emit == {}
	finding := {
		"at": "@sql.window",
		"severity": "info",
		"message": sprintf(
			"rows that come more than %d ms behind the newest are dropped here, and nothing reports them; the delay of the watermark (line %d) must cover what comes late",
			[input.values["@sql.watermark-delay"], input.settings["@sql.watermark-delay"].line],
		),
		"related": [{"at": "@sql.watermark-delay", "message": "the delay"}],
	}
}

# Only group windows read them (StreamExecGroupWindowAggregate, WindowEmitStrategy).
report contains finding if {
	drops
	key := min(object.keys(emit))
	finding := {
		"at": "@sql.window",
		"message": sprintf(
			"%s (line %d) has no effect on this window, which drops rows that come after the watermark; make the delay of the watermark as long as they come late",
			[key, emit[key]],
		),
		"related": [{"at": key, "message": "read by windows of GROUP BY only"}],
	}
}

drops if {
	input.values["@sql.window.tvf"] == true
	input.values["@sql.window.time"] == "event"
	input.values["@streaming"] == true
	input.values["@sql.role"] in {"source", "both"}
	not batch
}

emit["table.exec.emit.allow-lateness"] := input.settings["table.exec.emit.allow-lateness"].line if {
	input.state["table.exec.emit.allow-lateness"] in {"explicit", "inherited"}
}

emit["table.exec.emit.late-fire.enabled"] := input.settings["table.exec.emit.late-fire.enabled"].line if {
	input.state["table.exec.emit.late-fire.enabled"] in {"explicit", "inherited"}
	input.values["table.exec.emit.late-fire.enabled"] == true
}

batch if input.values["execution.runtime-mode"] == "BATCH"
