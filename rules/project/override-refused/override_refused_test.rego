package kcfglint.rules.project.override_refused_test

import data.kcfglint.rules.project.override_refused as rule

project(policy, state) := {
	"joins": {"connect-cluster": {"folder connect": ["a", "b"]}},
	"components": {
		"a": {"kind": "sink-connector", "file": "a.json", "values": {"@overrides": "consumer.override.max.poll.records"}},
		"b": {
			"kind": "connect-worker",
			"file": "worker.properties",
			"values": {"connector.client.config.override.policy": policy},
			"state": {"connector.client.config.override.policy": state},
		},
	},
}

test_none if {
	rule.report == {{
		"at": {"key": "@overrides", "component": "a"},
		"message": `consumer.override.max.poll.records is refused by the workers in worker.properties, whose connector.client.config.override.policy is "None": the connector does not start; remove it, or allow it there`,
		"related": [{"at": {"key": "connector.client.config.override.policy", "component": "b"}, "message": "the workers"}],
	}} with input as project("None", "explicit")
}

test_class if count(rule.report) == 1 with input as project("org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy", "explicit")

test_all if rule.report == set() with input as project("All", "default")

test_unknown if rule.report == set() with input as project("None", "unknown")
