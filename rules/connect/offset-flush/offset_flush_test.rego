package kcfglint.rules.connect.offset_flush_test

import data.kcfglint.rules.connect.offset_flush as rule

worker(interval, timeout) := {
	"values": {"offset.flush.interval.ms": interval, "offset.flush.timeout.ms": timeout},
	"state": {"offset.flush.interval.ms": "explicit", "offset.flush.timeout.ms": "explicit"},
	"settings": {},
}

test_rare if {
	rule.report == {{
		"at": "offset.flush.interval.ms",
		"message": `offset.flush.interval.ms="600000": after a crash sources repeat what they wrote since the last commit, up to 10 minutes of it; set 60000`,
	}} with input as worker(600000, 5000)
}

test_overlap if {
	rule.report == {{
		"at": "offset.flush.timeout.ms",
		"message": `offset.flush.timeout.ms="60000" is not below offset.flush.interval.ms (10000): a slow commit lasts until the next one is due, and a crash repeats more; set 5000`,
		"related": [],
	}} with input as worker(10000, 60000)
}

test_usual if rule.report == set() with input as worker(10000, 5000)
