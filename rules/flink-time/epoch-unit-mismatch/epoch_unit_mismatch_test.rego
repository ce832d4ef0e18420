package kcfglint.rules.flink_time.epoch_unit_mismatch_test

import data.kcfglint.rules.flink_time.epoch_unit_mismatch as rule

table(column, precision, type) := {"values": {
	"@sql.watermark.epoch": column, "@sql.watermark.epoch-precision": precision, "@sql.watermark.epoch-type": type,
}}

test_seconds if {
	rule.report == {{
		"at": "@sql.watermark.epoch",
		"message": "\"placed_sec\" is read as milliseconds but is named as seconds: all times then lie in January 1970; use TO_TIMESTAMP_LTZ(placed_sec, 0)",
	}} with input as table("placed_sec", 3, "BIGINT")
}

test_int if {
	rule.report == {{
		"at": "@sql.watermark.epoch",
		"confidence": "certain",
		"message": "\"placed\" is an INT, which has no room for milliseconds since 1970, but is read as such: all times lie in January 1970; use TO_TIMESTAMP_LTZ(placed, 0)",
	}} with input as table("placed", 3, "INT")
}

test_milliseconds if {
	rule.report == {{
		"at": "@sql.watermark.epoch",
		"consequence": "stall",
		"message": "\"placed_ms\" is read as seconds but is named as milliseconds: the times then lie beyond the year 9999 and are NULL, and no watermark passes; use TO_TIMESTAMP_LTZ(placed_ms, 3)",
	}} with input as table("placed_ms", 0, "BIGINT")
}

test_right_unit if {
	every unit in [["placed_ms", 3], ["placed_sec", 0], ["ts", 3], ["ts", 0], ["status", 3], ["terms", 0]] {
		rule.report == set() with input as table(unit[0], unit[1], "BIGINT")
	}
}
