package kcfglint.rules.connect.eos_source_producer_override_test

import data.kcfglint.rules.connect.eos_source_producer_override as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

source := {
	"kind": "source-connector",
	"settings": {
		"exactly.once.support": setting("exactly.once.support", "REQUIRED"),
		"producer.override.enable.idempotence": setting("producer.override.enable.idempotence", "false"),
	},
}

test_connector if {
	rule.report == {{
		"at": "producer.override.enable.idempotence",
		"message": `producer.override.enable.idempotence="false" has no effect: sources run exactly once here, and Connect sets it for their producers; remove it`,
	}} with input as source
}

test_worker if {
	some finding in rule.report with input as {
		"kind": "connect-worker",
		"settings": {
			"exactly.once.source.support": setting("exactly.once.source.support", "enabled"),
			"producer.transactional.id": setting("producer.transactional.id", "connect"),
		},
		"state": {"producer.transactional.id": "explicit"},
	}
	finding.at == "producer.transactional.id"
}

test_not_required if {
	rule.report == set() with input as source
		with input.settings["exactly.once.support"] as setting("exactly.once.support", "requested")
}

test_as_connect_has_it if {
	rule.report == set() with input as source
		with input.settings["producer.override.enable.idempotence"] as setting("producer.override.enable.idempotence", "true")
}
