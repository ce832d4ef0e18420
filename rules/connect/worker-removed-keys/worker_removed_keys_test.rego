package kcfglint.rules.connect.worker_removed_keys_test

import data.kcfglint.rules.connect.worker_removed_keys as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

worker(key, value) := {
	"dialect": "connect",
	"versions": {"connect": {"version": [3, 0], "assumed": false}},
	"state": {key: "explicit", "listeners": "default"},
	"settings": {key: setting(key, value)},
}

test_port if {
	rule.report == {{
		"at": "rest.port",
		"message": `rest.port="8085" has no effect since Kafka 3.0: the worker listens on port 8083; set listeners`,
	}} with input as worker("rest.port", "8085")
}

test_host if count(rule.report) == 1 with input as worker("rest.host.name", "localhost")

test_converter if {
	rule.report == {{
		"at": {"key": "internal.key.converter", "part": "key"},
		"severity": "info",
		"consequence": "maintenance",
		"message": "internal.key.converter has no effect since Kafka 3.0: Connect always takes JSON without schemas there; remove it",
	}} with input as worker("internal.key.converter", "x")
}

test_default_port if rule.report == set() with input as worker("rest.port", "8083")

test_image if rule.report == set() with input as worker("rest.port", "8085") with input.dialect as "compose"

test_before_3 if rule.report == set() with input as worker("rest.port", "8085") with input.versions.connect.version as [2, 8]

test_listeners if rule.report == set() with input as worker("listeners", "http://:8085")
