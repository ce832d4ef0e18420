package kcfglint.rules.topic.retention_unlimited_test

import data.kcfglint.rules.topic.retention_unlimited as rule

topic(ms, bytes, policy, remote) := {
	"values": {"retention.ms": ms, "retention.bytes": bytes, "cleanup.policy": policy, "remote.storage.enable": remote},
	"state": {"retention.ms": "explicit"},
}

test_unlimited if {
	rule.report == {{
		"at": "retention.ms",
		"message": `retention.ms="-1" without retention.bytes: nothing is ever deleted, and the disks fill up; set one of them, or tiered storage`,
	}} with input as topic(-1, -1, "delete", false)
}

test_limited if {
	rule.report == set() with input as topic(604800000, -1, "delete", false)
	rule.report == set() with input as topic(-1, 1073741824, "delete", false)
}

test_compacted if rule.report == set() with input as topic(-1, -1, "compact", false)

test_tiered if rule.report == set() with input as topic(-1, -1, "delete", true)
