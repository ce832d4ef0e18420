package kcfglint.rules.topic.retention_bytes_per_partition_test

import data.kcfglint.rules.topic.retention_bytes_per_partition as rule

topic(kept, segment) := {
	"values": {"retention.bytes": kept, "segment.bytes": segment, "cleanup.policy": "delete"},
	"state": {"retention.bytes": "explicit"},
}

test_below if {
	rule.report == {{
		"at": "retention.bytes",
		"message": `retention.bytes="104857600" is for each partition and below segment.bytes (1073741824): a partition keeps a whole segment and more; lower segment.bytes`,
	}} with input as topic(104857600, 1073741824)
}

test_above if rule.report == set() with input as topic(2147483648, 1073741824)

test_unlimited if rule.report == set() with input as topic(-1, 1073741824)
