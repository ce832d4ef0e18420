package kcfglint.rules.streams.metrics_push_inconsistent_test

import data.kcfglint.rules.streams.metrics_push_inconsistent as rule

app(key) := {
	"versions": {"client": {"version": [4, 0], "assumed": false}},
	"state": {key: "explicit"},
}

test_each_client if {
	every key in ["consumer.enable.metrics.push", "main.consumer.enable.metrics.push", "admin.enable.metrics.push"] {
		rule.report == {{
			"at": {"key": key, "part": "key"},
			"message": $`{key}: Streams from 4.0 on takes the text for a boolean and fails with a ClassCastException; remove it and set enable.metrics.push for the application`,
		}} with input as app(key)
	}
}

test_not_written if {
	rule.report == set() with input as app("admin.enable.metrics.push")
		with input.state["admin.enable.metrics.push"] as "absent"
}

test_before_4 if {
	rule.report == set() with input as app("admin.enable.metrics.push") with input.versions.client.version as [3, 9]
}
