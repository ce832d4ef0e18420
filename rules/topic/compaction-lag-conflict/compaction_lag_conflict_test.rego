package kcfglint.rules.topic.compaction_lag_conflict_test

import data.kcfglint.rules.topic.compaction_lag_conflict as rule

topic(least, most) := {
	"values": {"min.compaction.lag.ms": least, "max.compaction.lag.ms": most},
	"state": {"min.compaction.lag.ms": "explicit", "max.compaction.lag.ms": "explicit"},
	"settings": {"max.compaction.lag.ms": {"written": "max.compaction.lag.ms", "value": "50", "line": 9, "from_default": false}},
}

test_above if {
	rule.report == {{
		"at": "min.compaction.lag.ms",
		"message": `min.compaction.lag.ms="100" is above max.compaction.lag.ms="50" (line 9): the broker refuses the topic; lower it`,
		"related": [{"at": "max.compaction.lag.ms", "message": "the upper bound"}],
	}} with input as topic(100, 50)
}

test_equal if rule.report == set() with input as topic(50, 50)

test_default_maximum if rule.report == set() with input as topic(100, 50) with input.state["max.compaction.lag.ms"] as "default"
