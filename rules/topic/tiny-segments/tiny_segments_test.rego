package kcfglint.rules.topic.tiny_segments_test

import data.kcfglint.rules.topic.tiny_segments as rule

topic(values) := {
	"values": object.union({"cleanup.policy": "delete"}, values),
	"state": {key: "explicit" | some key, _ in values},
}

test_small if {
	rule.report == {{
		"at": "segment.bytes",
		"message": `segment.bytes="1048576": a busy topic is cut into thousands of files that the broker keeps open; set at least 16777216`,
	}} with input as topic({"segment.bytes": 1048576})
}

test_short if {finding.at | some finding in rule.report} == {"segment.ms"} with input as topic({"segment.ms": 60000})

test_compacted if rule.report == set() with input as topic({"segment.ms": 60000, "cleanup.policy": "compact"})

test_short_lived if rule.report == set() with input as topic({"segment.ms": 60000, "retention.ms": 600000})

test_usual if rule.report == set() with input as topic({"segment.bytes": 104857600, "segment.ms": 3600000})
