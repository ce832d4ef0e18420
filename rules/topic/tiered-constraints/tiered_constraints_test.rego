package kcfglint.rules.topic.tiered_constraints_test

import data.kcfglint.rules.topic.tiered_constraints as rule

topic(values) := {
	"versions": {"broker": {"version": [4, 1], "assumed": false}},
	"values": object.union({"remote.storage.enable": true}, values),
	"state": {key: "explicit" | some key in array.concat(["remote.storage.enable"], [k | some k, _ in values])},
	"settings": {"remote.storage.enable": {"written": "remote.storage.enable", "value": "true", "line": 9, "from_default": false}},
}

test_compacted if {
	rule.report == {{
		"at": "cleanup.policy",
		"message": `cleanup.policy="compact" with remote.storage.enable="true" (line 9): compacted topics cannot be tiered, and the broker refuses the topic; set delete`,
		"related": [{"at": "remote.storage.enable", "message": "tiered storage"}],
	}} with input as topic({"cleanup.policy": "compact"})
}

test_longer_locally if {
	rule.report == {{
		"at": "local.retention.ms",
		"message": `local.retention.ms="2000" is more than retention.ms="1000": with tiered storage the broker refuses the topic; set at most 1000`,
		"related": [{"at": "retention.ms", "message": "what is kept in all"}],
	}} with input as topic({"retention.ms": 1000, "local.retention.ms": 2000})
}

test_no_end_locally if {
	{finding.at | some finding in rule.report} == {"local.retention.bytes"} with input as topic({"retention.bytes": 1000, "local.retention.bytes": -1})
}

test_copy_disabled if {
	rule.report == {{
		"at": "local.retention.ms",
		"message": `local.retention.ms="1000" differs from retention.ms="2000" though remote.log.copy.disable is true: the broker refuses the topic; set -2`,
		"related": [{"at": "retention.ms", "message": "what is kept in all"}],
	}} with input as topic({"remote.log.copy.disable": true, "retention.ms": 2000, "local.retention.ms": 1000})
}

test_within if {
	rule.report == set() with input as topic({"retention.ms": 2000, "local.retention.ms": 1000})
	rule.report == set() with input as topic({"retention.ms": -1, "local.retention.ms": 1000})
	rule.report == set() with input as topic({"retention.ms": 1000, "local.retention.ms": -2})
}

test_not_tiered if {
	rule.report == set() with input as topic({"retention.ms": 1000, "local.retention.ms": 2000, "remote.storage.enable": false})
}
