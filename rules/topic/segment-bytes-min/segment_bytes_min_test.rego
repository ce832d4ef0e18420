package kcfglint.rules.topic.segment_bytes_min_test

import data.kcfglint.rules.topic.segment_bytes_min as rule

topic(size, version) := {
	"versions": {"broker": {"version": version, "assumed": false}},
	"state": {"segment.bytes": "invalid"},
	"settings": {"segment.bytes": {"written": "segment.bytes", "value": size, "line": 9, "from_default": false}},
}

test_small if {
	rule.report == {{
		"at": "segment.bytes",
		"message": `segment.bytes="102400" is below 1048576, and the broker refuses the topic; set at least 1048576`,
	}} with input as topic("102400", [4, 1])
}

test_large_enough if rule.report == set() with input as topic("1048576", [4, 1])

test_before_4_1 if rule.report == set() with input as topic("102400", [4, 0])

test_no_number if rule.report == set() with input as topic("1MB", [4, 1])
