# METADATA
# title: the delay of the watermark does not fit the window
# description: |
#   Each result of a window waits for the delay of the watermark. A delay of many times the window's size holds back, and
#   keeps in state, as many windows; one of less than a second drops rows at the first pause of a producer or network.
#   Choose what rows are really late by.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/create/#watermark
# custom:
#   id: FW007
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-table]
#   remediation: Set the delay to what rows are late by.
#   since: "0.2.0"
package kcfglint.rules.flink_time.huge_or_tiny_delay

report contains finding if {
	event
	input.values["@sql.window.function"] in {"tumble", "hop", "cumulate"}
	input.values["@sql.watermark-delay"] > 10 * input.values["@sql.window.size"]
	finding := {
		"at": "@sql.watermark-delay",
		"message": sprintf(
			"the watermark stays behind by %d ms, more than ten windows of %d ms (line %d): every result comes that late; set what rows are late by",
			[input.values["@sql.watermark-delay"], input.values["@sql.window.size"], input.settings["@sql.window.function"].line],
		),
	}
}

# Without a delay at all: FW002.
report contains finding if {
	event
	input.values["@sql.watermark-delay"] > 1
	input.values["@sql.watermark-delay"] < 1000
	finding := {
		"at": "@sql.watermark-delay",
		"consequence": "loss",
		"message": sprintf(
			"the watermark stays behind by %d ms only: the window (line %d) drops what a short pause of a producer makes late; set some seconds",
			[input.values["@sql.watermark-delay"], input.settings["@sql.window.function"].line],
		),
	}
}

event if {
	input.values["@sql.window.time"] == "event"
	input.state["@sql.watermark-delay"] == "explicit"
	input.values["@streaming"] == true
	input.values["@sql.role"] in {"source", "both"}
	input.values["execution.runtime-mode"] != "BATCH"
}
