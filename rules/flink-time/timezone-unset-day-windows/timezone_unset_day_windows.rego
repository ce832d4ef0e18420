# METADATA
# title: where a day begins depends on the machine
# description: |
#   A window of a day over TIMESTAMP_LTZ begins at midnight of the session's time zone. Unless table.local-time-zone is
#   set that is the zone of the machine from which the job is submitted, so that the same script cuts days differently
#   from a laptop and from a server. Name the zone that reports are meant in.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/timezone/#time-attribute-and-timezone
# custom:
#   id: FW010
#   severities: [info]
#   confidence: likely
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: SET 'table.local-time-zone' to the zone that the days are meant in.
#   since: "0.2.0"
package kcfglint.rules.flink_time.timezone_unset_day_windows

report contains finding if {
	input.values["@sql.window.time"] == "event"
	input.values["@sql.watermark.type"] == "TIMESTAMP_LTZ"
	input.values["@sql.window.function"] in {"tumble", "hop", "cumulate"}
	input.values["@sql.window.size"] % 86400000 == 0
	input.state["table.local-time-zone"] in {"absent", "default"}
	finding := {
		"at": "@sql.window",
		"message": sprintf(
			"days of %q begin at midnight of the machine that submits the job, as table.local-time-zone is not set; set the zone that they are meant in",
			[input.settings["@sql.watermark"].value],
		),
	}
}
