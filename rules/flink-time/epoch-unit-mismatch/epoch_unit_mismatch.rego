# METADATA
# title: numbers are taken for times in the wrong unit
# description: |
#   TO_TIMESTAMP_LTZ(x, 3) takes x for milliseconds and TO_TIMESTAMP_LTZ(x, 0), like FROM_UNIXTIME, for seconds since
#   1970. Seconds that are read as milliseconds all lie in January 1970, thousands of hours in one window; milliseconds
#   that are read as seconds lie beyond the year 9999, for which the functions return NULL, so that no row has a time and
#   no watermark passes. The unit is told by the column's type or guessed from its name.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/functions/systemfunctions/#temporal-functions
# custom:
#   id: FW008
#   severities: [warning]
#   confidence: likely
#   consequence: corruption
#   kinds: [flink-table]
#   remediation: Pass 3 as the precision for milliseconds and 0 for seconds.
#   since: "0.2.0"
package kcfglint.rules.flink_time.epoch_unit_mismatch

# 2147483647 ms are 25 days.
report contains finding if {
	input.values["@sql.watermark.epoch-precision"] == 3
	whole
	finding := {
		"at": "@sql.watermark.epoch",
		"confidence": "certain",
		"message": sprintf(
			"%q is an INT, which has no room for milliseconds since 1970, but is read as such: all times lie in January 1970; use TO_TIMESTAMP_LTZ(%s, 0)",
			[column, column],
		),
	}
}

report contains finding if {
	input.values["@sql.watermark.epoch-precision"] == 3
	not whole
	seconds(column)
	finding := {
		"at": "@sql.watermark.epoch",
		"message": sprintf(
			"%q is read as milliseconds but is named as seconds: all times then lie in January 1970; use TO_TIMESTAMP_LTZ(%s, 0)",
			[column, column],
		),
	}
}

# DateTimeUtils.toTimestampData returns null beyond the year 9999, as does TO_TIMESTAMP of what FROM_UNIXTIME makes.
report contains finding if {
	input.values["@sql.watermark.epoch-precision"] == 0
	not whole
	milliseconds(column)
	finding := {
		"at": "@sql.watermark.epoch",
		"consequence": "stall",
		"message": sprintf(
			"%q is read as seconds but is named as milliseconds: the times then lie beyond the year 9999 and are NULL, and no watermark passes; use TO_TIMESTAMP_LTZ(%s, 3)",
			[column, column],
		),
	}
}

column := input.values["@sql.watermark.epoch"]

whole if input.values["@sql.watermark.epoch-type"] in {"INT", "INTEGER", "INT NOT NULL", "INTEGER NOT NULL"}

seconds(name) if regex.match(`(?:^|_)(?i:secs?|seconds)$|_(?i:s)$|[a-z](?:Secs?|Seconds)$`, name)

milliseconds(name) if regex.match(`(?:^|_)(?i:ms|msecs?|millis|milliseconds)$|[a-z](?:Ms|Millis|Milliseconds)$`, name)
