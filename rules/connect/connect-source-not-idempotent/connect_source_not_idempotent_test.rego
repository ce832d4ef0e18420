package kcfglint.rules.connect.connect_source_not_idempotent_test

import data.kcfglint.rules.connect.connect_source_not_idempotent as rule

worker := {
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"state": {"exactly.once.source.support": "default", "group.id": "explicit"},
	"settings": {},
}

test_default if {
	rule.report == {{
		"at": "exactly.once.source.support",
		"message": "the producers of sources are not idempotent in Connect, so a request that is repeated is written twice; set exactly.once.source.support=enabled, or producer.enable.idempotence=true",
	}} with input as worker
}

test_idempotent if {
	rule.report == set() with input as worker
		with input.settings as {"producer.enable.idempotence": {"written": "producer.enable.idempotence", "value": "true", "line": 3, "from_default": false}}
}

test_standalone if rule.report == set() with input as worker with input.state["group.id"] as "absent"

test_before_3_3 if rule.report == set() with input as worker with input.versions.connect.version as [3, 2]
