package kcfglint.rules.consumer.classic_forbidden_keys_test

import data.kcfglint.rules.consumer.classic_forbidden_keys as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 2], "assumed": false}},
	"values": {"group.protocol": "classic"},
	"state": {"group.protocol": "default", "group.remote.assignor": "explicit"},
	"settings": {
		"group.remote.assignor": setting("group.remote.assignor", "uniform", 3),
		"share.acknowledgement.mode": setting("share.acknowledgement.mode", "explicit", 4),
		"share.acquire.mode": setting("share.acquire.mode", "record_limit", 5),
	},
}

test_all if {
	{f.at | some f in rule.report} == {"group.remote.assignor", "share.acknowledgement.mode", "share.acquire.mode"} with input as consumer
}

test_message if {
	rule.report == {{
		"at": "group.remote.assignor",
		"message": "group.remote.assignor under group.protocol=classic: the consumer refuses to start; set group.protocol=consumer or remove it",
		"related": [{"at": "group.protocol", "message": "the protocol is classic"}],
	}} with input as consumer with input.versions.client.version as [4, 0]
}

test_before_3_9 if rule.report == set() with input as consumer with input.versions.client.version as [3, 8]

test_blank if {
	rule.report == set() with input as consumer
		with input.settings as {"group.remote.assignor": setting("group.remote.assignor", " ", 3)}
}

test_consumer_protocol if rule.report == set() with input as consumer with input.values["group.protocol"] as "consumer"

test_streams if {
	{
		"at": "group.remote.assignor",
		"message": "group.remote.assignor in a Streams application: the consumer refuses to start; remove it",
		"related": [],
	} in rule.report with input as consumer with input.owner as "streams" with input.values as {}
	rule.report == set() with input as consumer with input.values as {}
}
