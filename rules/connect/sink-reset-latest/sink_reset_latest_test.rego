package kcfglint.rules.connect.sink_reset_latest_test

import data.kcfglint.rules.connect.sink_reset_latest as rule

consumer := {
	"owner": "connect",
	"name": "",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"auto.offset.reset": "latest"},
	"state": {"auto.offset.reset": "explicit"},
	"settings": {"auto.offset.reset": {"written": "consumer.override.auto.offset.reset", "value": "latest", "line": 3, "from_default": false}},
}

test_latest if {
	rule.report == {{
		"at": "auto.offset.reset",
		"severity": "warning",
		"message": `consumer.override.auto.offset.reset="latest" replaces Connect's earliest: a new sink skips what is in its topics, and one that was stopped for long what came meanwhile; remove it`,
	}} with input as consumer
}

test_logs if {
	some finding in rule.report with input as consumer with input.links.topics as ["app-logs"]
	finding.severity == "info"
}

test_earliest if rule.report == set() with input as consumer with input.values["auto.offset.reset"] as "earliest"

test_mirror_is_another_matter if rule.report == set() with input as consumer with input.owner as "mirrormaker"
