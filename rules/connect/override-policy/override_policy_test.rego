package kcfglint.rules.connect.override_policy_test

import data.kcfglint.rules.connect.override_policy as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

worker := {
	"versions": {"connect": {"version": [3, 3], "assumed": false}},
	"values": {"connector.client.config.override.policy": "All"},
	"state": {"connector.client.config.override.policy": "explicit"},
	"settings": {},
}

test_before_3_4 if {
	rule.report == {{
		"at": "connector.client.config.override.policy",
		"severity": "warning",
		"message": `connector.client.config.override.policy="All": whoever reaches the REST interface may set any key of the worker's clients, and so run code in the worker (CVE-2023-25194); set None`,
	}} with input as worker
}

test_later if {
	some finding in rule.report with input as worker with input.versions.connect.version as [3, 4]
	finding.severity == "info"
}

test_local if {
	rule.report == set() with input as worker with input.settings as {"listeners": setting("listeners", "http://localhost:8083")}
	count(rule.report) == 1 with input as worker with input.settings as {"listeners": setting("listeners", "http://0.0.0.0:8083")}
}

test_default_is_left_alone if {
	rule.report == set() with input as worker with input.state["connector.client.config.override.policy"] as "default"
}

test_strict if {
	every policy in ["None", "Principal", "com.example.NotAllPolicy"] {
		rule.report == set() with input as worker with input.values["connector.client.config.override.policy"] as policy
	}
}
