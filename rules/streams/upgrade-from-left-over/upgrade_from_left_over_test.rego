package kcfglint.rules.streams.upgrade_from_left_over_test

import data.kcfglint.rules.streams.upgrade_from_left_over as rule

app(from, version) := {
	"versions": {"client": {"version": version, "assumed": false}},
	"values": {"upgrade.from": from},
	"state": {"upgrade.from": "explicit"},
	"settings": {"upgrade.from": {"written": "upgrade.from", "value": from, "line": 3, "from_default": false}},
}

test_dropped if {
	rule.report == {{
		"at": "upgrade.from",
		"message": `upgrade.from="2.3": Streams from 4.0 on has no upgrade from before 2.4 and refuses to start; upgrade through 3.9 first, or remove it`,
	}} with input as app("2.3", [4, 1])
}

test_dropped_and_no_value if {
	count(rule.report) == 1 with input as app("2.3", [4, 2])
		with input.values as {}
		with input.state["upgrade.from"] as "invalid"
}

test_left_over if {
	rule.report == {{
		"at": "upgrade.from",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "performance",
		"message": `upgrade.from="2.3" belongs into the first bounce of an upgrade: as long as it is there, Streams keeps the protocol of 2.3; remove it with the second bounce`,
	}} with input as app("2.3", [3, 9])
}

test_unknown if rule.report == set() with input as app("${FROM}", [4, 1]) with input.state["upgrade.from"] as "unknown"

test_no_version if {
	rule.report == set() with input as app("3.x", [4, 1])
		with input.values as {}
		with input.state["upgrade.from"] as "invalid"
}
