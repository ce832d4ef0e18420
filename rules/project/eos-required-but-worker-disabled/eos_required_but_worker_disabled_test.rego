package kcfglint.rules.project.eos_required_but_worker_disabled_test

import data.kcfglint.rules.project.eos_required_but_worker_disabled as rule

project(support, state) := {
	"joins": {"connect-cluster": {"folder connect": ["a", "b"]}},
	"components": {
		"a": {"kind": "source-connector", "file": "a.json", "values": {"exactly.once.support": "REQUIRED"}},
		"b": {
			"kind": "connect-worker",
			"file": "worker.properties",
			"values": {"exactly.once.source.support": support},
			"state": {"exactly.once.source.support": state},
		},
	},
}

test_disabled if {
	rule.report == {{
		"at": {"key": "exactly.once.support", "component": "a"},
		"message": `exactly.once.support is required, but exactly.once.source.support is "disabled" for the workers in worker.properties: Connect refuses the connector; set enabled there`,
		"related": [{"at": {"key": "exactly.once.source.support", "component": "b"}, "message": "the workers"}],
	}} with input as project("disabled", "default")
}

test_preparing if count(rule.report) == 1 with input as project("preparing", "explicit")

test_enabled if rule.report == set() with input as project("enabled", "explicit")

test_unknown if rule.report == set() with input as project("disabled", "unknown")
