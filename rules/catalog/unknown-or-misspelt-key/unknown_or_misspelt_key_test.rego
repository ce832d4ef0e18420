package kcfglint.rules.catalog.unknown_or_misspelt_key_test

import data.kcfglint.rules.catalog.unknown_or_misspelt_key as rule

cluster(issue) := {
	"kind": "flink-cluster",
	"settings": {"the.key": {
		"written": "the.key",
		"value": "1",
		"line": 2,
		"from_default": false,
		"issues": [issue],
	}},
}

pipeline(key, written, issue) := {
	"kind": "flink-cdc-pipeline",
	"settings": {
		"source.type": {"written": "type", "value": "mysql", "line": 2, "from_default": false},
		key: {"written": written, "value": "1", "line": 3, "from_default": false, "issues": [issue]},
	},
}

unknown(suggestion) := {"code": "unknown-key", "suggestion": suggestion, "refused": false}

test_safety if {
	rule.report == {{
		"at": {"key": "the.key", "part": "key"},
		"message": "the.key is no key of Flink's: it is ignored, and what it is meant for keeps its default; did you mean execution.checkpointing.interval",
		"severity": "error",
		"consequence": "loss",
	}} with input as cluster(unknown("execution.checkpointing.interval"))
}

test_other if {
	rule.report == {{
		"at": {"key": "the.key", "part": "key"},
		"message": "the.key is no key of Flink's: it is ignored, and what it is meant for keeps its default; did you mean rest.port",
	}} with input as cluster(unknown("rest.port"))
}

test_tuning if {
	some finding in rule.report with input as cluster(unknown("execution.checkpointing.max-concurrent-checkpoints"))
	not finding.severity
}

test_other_issues if rule.report == set() with input as cluster({"code": "invalid", "expected": "a number"})

test_pipeline_refused if {
	rule.report == {{
		"at": {"key": "source.hostnam", "part": "key"},
		"message": `hostnam is no option of source "mysql": Flink CDC does not start with it; did you mean hostname`,
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
	}} with input as pipeline("source.hostnam", "hostnam", {"code": "unknown-key", "suggestion": "hostname", "refused": true})
}

test_pipeline_version_unknown if {
	rule.report == {{
		"at": {"key": "source.database", "part": "key"},
		"message": `database is no option of source "mysql": Flink CDC does not start with it from 3.2 on, and passes over it before; remove it`,
		"severity": "error",
		"consequence": "startup-failure",
	}} with input as pipeline("source.database", "database", {"code": "unsupported", "connector": "mysql", "refused": true, "since": "3.2"})
}

test_pipeline_ignored if {
	rule.report == {{
		"at": {"key": "paralelism", "part": "key"},
		"message": "paralelism is no option of a pipeline: it is passed over, and what it is meant for keeps its default; did you mean parallelism",
	}} with input as pipeline("paralelism", "paralelism", {"code": "unknown-key", "suggestion": "parallelism", "refused": false})
}
