package kcfglint.rules.broker.offsets_retention_short_test

import data.kcfglint.rules.broker.offsets_retention_short as rule

broker(minutes) := {
	"values": {"offsets.retention.minutes": minutes * 60000},
	"state": {"offsets.retention.minutes": "explicit"},
	"settings": {"offsets.retention.minutes": {"written": "offsets.retention.minutes", "value": format_int(minutes, 10), "line": 3, "from_default": false}},
}

test_hours if {
	rule.report == {{
		"at": "offsets.retention.minutes",
		"message": `offsets.retention.minutes="60": a group that is stopped for longer loses its offsets, and skips or repeats records; set 10080`,
	}} with input as broker(60)
}

test_a_day if rule.report == set() with input as broker(1440)

test_left_alone if rule.report == set() with input as broker(60) with input.state["offsets.retention.minutes"] as "default"
