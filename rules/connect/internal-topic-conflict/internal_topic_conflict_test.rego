package kcfglint.rules.connect.internal_topic_conflict_test

import data.kcfglint.rules.connect.internal_topic_conflict as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

worker(configs, offsets, states) := {
	"values": {"config.storage.topic": configs, "offset.storage.topic": offsets, "status.storage.topic": states},
	"settings": {
		"config.storage.topic": setting("config.storage.topic", configs),
		"offset.storage.topic": setting("offset.storage.topic", offsets),
	},
	"state": {},
}

test_shared if {
	rule.report == {{
		"at": "offset.storage.topic",
		"message": `offset.storage.topic="connect" is also config.storage.topic (line 3): the worker reads records of the other kind from it and stumbles; give each a topic of its own`,
		"related": [{"at": "config.storage.topic", "message": "the same topic"}],
	}} with input as worker("connect", "connect", "states")
}

test_all_shared if count(rule.report) == 2 with input as worker("connect", "connect", "connect")

test_states_and_offsets if {
	some finding in rule.report with input as worker("configs", "connect", "connect")
	finding.at == "status.storage.topic"
}

test_own if rule.report == set() with input as worker("configs", "offsets", "states")

test_partitions if {
	rule.report == {{
		"at": "config.storage.partitions",
		"severity": "warning",
		"consequence": "ignored",
		"message": `config.storage.partitions="3" has no effect: the topic of configurations has one partition; remove it`,
	}} with input as worker("configs", "offsets", "states")
		with input.settings as {"config.storage.partitions": setting("config.storage.partitions", "3")}
		with input.state as {"config.storage.partitions": "explicit"}
}

test_cleanup if {
	some key in ["config.storage.cleanup.policy", "offset.storage.cleanup.policy", "status.storage.cleanup.policy"]
	count(rule.report) == 1 with input as worker("configs", "offsets", "states")
		with input.settings as {key: setting(key, "delete")}
		with input.state as {key: "explicit"}
}
