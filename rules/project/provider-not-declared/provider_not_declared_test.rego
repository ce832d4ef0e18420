package kcfglint.rules.project.provider_not_declared_test

import data.kcfglint.rules.project.provider_not_declared as rule

project(declared, state) := {
	"joins": {"connect-cluster": {"folder connect": ["a", "b"]}},
	"components": {
		"a": {"kind": "source-connector", "file": "a.json", "values": {"@config.providers": "file,env"}},
		"b": {
			"kind": "connect-worker",
			"file": "worker.properties",
			"values": {"config.providers": declared},
			"state": {"config.providers": state},
		},
	},
}

test_one_missing if {
	rule.report == {{
		"at": {"key": "@config.providers", "component": "a"},
		"message": `config provider "env" is named here, which the workers in worker.properties do not declare: the connector gets the text itself; add env to config.providers there`,
		"related": [{"at": {"key": "config.providers", "component": "b"}, "message": "the workers"}],
	}} with input as project("file, vault", "explicit")
}

test_none_declared if count(rule.report) == 2 with input as project("", "absent")

test_declared if rule.report == set() with input as project("env,file", "explicit")

test_unknown if rule.report == set() with input as project("", "unknown")
