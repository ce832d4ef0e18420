package kcfglint.rules.topic.segment_outlives_retention_test

import data.kcfglint.rules.topic.segment_outlives_retention as rule

topic(retention, age) := {
	"values": {"retention.ms": retention, "segment.ms": age, "cleanup.policy": "delete"},
	"state": {"retention.ms": "explicit", "segment.ms": "default"},
}

test_a_day if {
	rule.report == {{
		"at": "retention.ms",
		"message": `retention.ms="86400000", but a segment is written to for segment.ms (604800000 by default): where little is written, records stay as long as both together; set segment.ms=86400000`,
	}} with input as topic(86400000, 604800000)
}

test_written if {
	some report in rule.report with input as topic(3600000, 86400000)
		with input.state["segment.ms"] as "explicit"
		with input.settings as {"segment.ms": {"written": "segment.ms", "value": "86400000", "line": 12, "from_default": false}}
	contains(report.message, "segment.ms (86400000, line 12)")
}

test_closed_in_time if rule.report == set() with input as topic(86400000, 86400000)

test_for_ever if rule.report == set() with input as topic(-1, 604800000)

test_table if rule.report == set() with input as topic(86400000, 604800000) with input.values["cleanup.policy"] as "compact,delete"

test_not_in_view if rule.report == set() with input as topic(86400000, 604800000) with input.values as {"retention.ms": 86400000, "cleanup.policy": "delete"}
