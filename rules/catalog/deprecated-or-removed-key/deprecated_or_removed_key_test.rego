package kcfglint.rules.catalog.deprecated_or_removed_key_test

import data.kcfglint.rules.catalog.deprecated_or_removed_key as rule

cluster(issue) := of("flink-cluster", issue)

of(kind, issue) := {
	"kind": kind,
	"settings": {"the.key": {
		"written": "the.key",
		"value": "1",
		"line": 2,
		"from_default": false,
		"issues": [issue],
	}},
}

at := {"key": "the.key", "part": "key"}

test_removed if {
	rule.report == {{"at": at, "message": "the.key is gone since 2.0: Flink ignores it; write the.other"}} with input as cluster({
		"code": "removed",
		"since": "2.0",
		"successor": "the.other",
		"refused": false,
	})
}

test_removed_without_successor if {
	rule.report == {{"at": at, "message": "the.key is gone: Flink ignores it; remove it"}} with input as cluster({"code": "removed", "refused": false})
}

test_not_yet if {
	rule.report == {{
		"at": at,
		"message": "the.key comes with Flink 1.20, which is newer than what runs here: Flink ignores it; upgrade, or remove it",
	}} with input as cluster({"code": "not-yet", "since": "1.20", "refused": false})
}

test_deprecated if {
	rule.report == {{
		"at": at,
		"severity": "info",
		"consequence": "maintenance",
		"message": "the.key is deprecated; write the.other",
	}} with input as cluster({"code": "deprecated", "successor": "the.other", "refused": false})
}

test_other_issues if rule.report == set() with input as cluster({"code": "invalid", "expected": "a number"})

test_pipeline if {
	rule.report == {{
		"at": at,
		"severity": "error",
		"consequence": "startup-failure",
		"message": "the.key comes with Flink CDC 3.5, which is newer than what runs here: Flink CDC does not start with it; upgrade, or remove it",
	}} with input as of("flink-cdc-pipeline", {"code": "not-yet", "since": "3.5", "refused": true})
	rule.report == {{"at": at, "message": "the.key is gone since 3.2: Flink CDC ignores it; write the.other"}} with input as of(
		"flink-cdc-pipeline",
		{"code": "removed", "since": "3.2", "successor": "the.other", "refused": false},
	)
}

test_producer if {
	pipeline := {
		"kind": "flink-cdc-pipeline",
		"settings": {
			"sink.type": {"written": "type", "value": "kafka", "line": 2, "from_default": false},
			"sink.properties.a": {"written": "properties.a", "value": "1", "line": 3, "from_default": false, "issues": [{"code": "not-yet", "since": "3.7", "refused": false}]},
		},
	}
	{f.message | some f in rule.report} == {"properties.a comes with Kafka 3.7, which is newer than what runs here: Kafka ignores it; upgrade, or remove it"} with input as pipeline
}
