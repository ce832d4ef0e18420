package kcfglint.rules.flink_kafka.auto_commit_in_flink_test

import data.kcfglint.rules.flink_kafka.auto_commit_in_flink as rule

setting(key, value) := {"written": key, "value": value, "line": 1, "from_default": false}

table(interval, mode) := {
	"values": {"connector": "kafka", "@sql.role": "source", "@streaming": true, "scan.startup.mode": mode},
	"state": {
		"properties.enable.auto.commit": "explicit",
		"execution.checkpointing.interval": interval,
		"scan.startup.mode": "explicit",
		"@file": "inherited",
		"@job": "absent",
	},
	"settings": {"properties.enable.auto.commit": setting("properties.enable.auto.commit", "true")},
}

ahead(severity, nothing) := {
	"at": "properties.enable.auto.commit",
	"message": sprintf(`properties.enable.auto.commit="true" and %s sets execution.checkpointing.interval: offsets are committed ahead of the work, so a failure skips what was in flight; set the interval and remove the property`, [nothing]),
	"severity": severity,
}

redundant := {
	"at": "properties.enable.auto.commit",
	"message": `properties.enable.auto.commit="true": the consumer commits what it has fetched beside what Flink commits with its checkpoints, so the lag that is seen is wrong; remove it`,
	"severity": "info",
	"consequence": "maintenance",
}

test_without_checkpoints if rule.report == {ahead("error", "nothing")} with input as table("absent", "group-offsets")

test_cluster_not_in_view if {
	rule.report == {ahead("warning", "nothing in view")} with input as table("absent", "group-offsets")
		with input.state["@file"] as "absent"
}

test_with_checkpoints if rule.report == {redundant} with input as table("explicit", "group-offsets")

test_starts_elsewhere if rule.report == {redundant} with input as table("absent", "earliest-offset")

test_sink if rule.report == set() with input as table("absent", "group-offsets") with input.values["@sql.role"] as "sink"

test_off if rule.report == set() with input as table("absent", "group-offsets") with input.settings["properties.enable.auto.commit"].value as "false"
