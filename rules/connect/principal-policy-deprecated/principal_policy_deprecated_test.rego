package kcfglint.rules.connect.principal_policy_deprecated_test

import data.kcfglint.rules.connect.principal_policy_deprecated as rule

worker := {
	"versions": {"connect": {"version": [4, 2], "assumed": false}},
	"values": {"connector.client.config.override.policy": "Principal"},
	"state": {"connector.client.config.override.policy": "explicit"},
}

test_principal if {
	rule.report == {{
		"at": "connector.client.config.override.policy",
		"message": `connector.client.config.override.policy="Principal" is deprecated; set Allowlist and name the keys that connectors may set`,
	}} with input as worker
}

test_before_4_2 if rule.report == set() with input as worker with input.versions.connect.version as [4, 1]

test_other if rule.report == set() with input as worker with input.values["connector.client.config.override.policy"] as "None"
