package kcfglint.rules.topic.tombstones_short_test

import data.kcfglint.rules.topic.tombstones_short as rule

topic(kept, policy) := {
	"values": {"delete.retention.ms": kept, "cleanup.policy": policy},
	"state": {"delete.retention.ms": "explicit"},
}

test_short if {
	rule.report == {{
		"at": "delete.retention.ms",
		"message": `delete.retention.ms="100": deletes go so soon that a reader that was away keeps deleted keys for ever; set 86400000`,
	}} with input as topic(100, "compact")
}

test_an_hour if rule.report == set() with input as topic(3600000, "compact")

test_not_compacted if rule.report == set() with input as topic(100, "delete")
