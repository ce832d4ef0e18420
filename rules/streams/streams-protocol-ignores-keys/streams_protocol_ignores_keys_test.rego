package kcfglint.rules.streams.streams_protocol_ignores_keys_test

import data.kcfglint.rules.streams.streams_protocol_ignores_keys as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"group.protocol": "streams"},
	"state": {"group.protocol": "explicit", "num.standby.replicas": "default"},
	"settings": {"group.protocol": setting("group.protocol", "streams", 2)},
}

related := [{"at": "group.protocol", "message": "the protocol is chosen here"}]

test_static_member if {
	rule.report == {{
		"at": "group.instance.id",
		"severity": "error",
		"consequence": "startup-failure",
		"message": `group.instance.id="totals-1": group.protocol="streams" (line 2) has no static membership and Streams refuses to start; remove it`,
		"related": related,
	}} with input as app
		with input.state["group.instance.id"] as "explicit"
		with input.settings["group.instance.id"] as setting("group.instance.id", "totals-1", 3)
}

test_static_member_by_prefix if {
	count(rule.report) == 2 with input as app
		with input.state as {"consumer.group.instance.id": "explicit", "main.consumer.group.instance.id": "explicit"}
		with input.settings as {
			"group.protocol": setting("group.protocol", "streams", 2),
			"consumer.group.instance.id": setting("consumer.group.instance.id", "totals-1", 3),
			"main.consumer.group.instance.id": setting("main.consumer.group.instance.id", "totals-1", 3),
		}
}

test_standbys if {
	rule.report == {{
		"at": "num.standby.replicas",
		"message": `num.standby.replicas="1" is ignored with group.protocol="streams" (line 2), so the application has no standbys; set streams.num.standby.replicas for the group`,
		"related": related,
	}} with input as app
		with input.values["num.standby.replicas"] as 1
		with input.state["num.standby.replicas"] as "explicit"
}

test_no_standbys if {
	rule.report == set() with input as app
		with input.values["num.standby.replicas"] as 0
		with input.state["num.standby.replicas"] as "explicit"
}

test_classic if {
	rule.report == set() with input as app
		with input.values as {"group.protocol": "classic", "num.standby.replicas": 1}
		with input.state["num.standby.replicas"] as "explicit"
}

test_protocol_of_a_newer_version if {
	count(rule.report) == 0 with input as app
		with input.versions.client.version as [4, 0]
		with input.state["group.instance.id"] as "explicit"
		with input.settings["group.instance.id"] as setting("group.instance.id", "totals-1", 3)
}
