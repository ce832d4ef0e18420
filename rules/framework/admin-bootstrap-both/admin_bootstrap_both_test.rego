package kcfglint.rules.framework.admin_bootstrap_both_test

import data.kcfglint.rules.framework.admin_bootstrap_both as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

admin := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"state": {"bootstrap.servers": "explicit", "bootstrap.controllers": "explicit"},
	"settings": {
		"bootstrap.servers": setting("bootstrap.servers", "kafka-1:9092", 1),
		"bootstrap.controllers": setting("bootstrap.controllers", "controller-1:9093", 2),
	},
}

test_both if {
	rule.report == {{
		"at": "bootstrap.controllers",
		"message": "bootstrap.controllers beside bootstrap.servers: the admin client refuses to start, as it talks to one or the other; remove one",
		"related": [{"at": "bootstrap.servers", "message": "the brokers are given here"}],
	}} with input as admin
}

test_placeholder if count(rule.report) == 1 with input as admin with input.state["bootstrap.servers"] as "unknown"

test_one_is_empty if rule.report == set() with input as admin with input.settings["bootstrap.controllers"].value as ""

test_neither if {
	count(rule.report) == 1 with input as admin
		with input.settings as {"bootstrap.servers": setting("bootstrap.servers", " ", 1)}
		with input.state as {"bootstrap.servers": "explicit", "bootstrap.controllers": "absent"}
}

test_empty_controllers if {
	count(rule.report) == 1 with input as admin
		with input.settings as {"bootstrap.controllers": setting("bootstrap.controllers", "", 1)}
		with input.state as {"bootstrap.servers": "absent", "bootstrap.controllers": "explicit"}
}

test_before_3_7 if rule.report == set() with input as admin with input.versions.client.version as [3, 6]
