package kcfglint.rules.consumer.new_protocol_forbidden_keys_test

import data.kcfglint.rules.consumer.new_protocol_forbidden_keys as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"group.protocol": "consumer", "session.timeout.ms": 30000},
	"state": {"group.protocol": "explicit", "session.timeout.ms": "explicit", "partition.assignment.strategy": "default"},
	"settings": {
		"group.protocol": setting("group.protocol", "consumer", 3),
		"session.timeout.ms": setting("session.timeout.ms", "30000", 4),
	},
}

related := [{"at": "group.protocol", "message": "the consumer protocol is chosen here"}]

test_refused if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "error",
		"message": `session.timeout.ms beside group.protocol="consumer" (line 3): the consumer refuses to start; remove it and set consumer.session.timeout.ms on the group`,
		"related": related,
	}} with input as consumer
}

test_ignored_before_4 if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "warning",
		"consequence": "ignored",
		"message": `session.timeout.ms beside group.protocol="consumer" (line 3): this client ignores it and later ones refuse to start; remove it and set consumer.session.timeout.ms on the group`,
		"related": related,
	}} with input as consumer with input.versions.client.version as [3, 9, 1]
}

test_each_key if {
	{finding.at | some finding in rule.report} == {"heartbeat.interval.ms", "partition.assignment.strategy", "share.acknowledgement.mode"} with input as consumer
		with input.settings as {
			"group.protocol": setting("group.protocol", "CONSUMER", 3),
			"heartbeat.interval.ms": setting("heartbeat.interval.ms", "3000", 4),
			"partition.assignment.strategy": setting("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor", 5),
			"share.acknowledgement.mode": setting("share.acknowledgement.mode", "explicit", 6),
			"share.acquire.mode": setting("share.acquire.mode", "record_limit", 7),
		}
		with input.values["group.protocol"] as "CONSUMER"
		with input.state["partition.assignment.strategy"] as "explicit"
}

test_librdkafka if {
	{finding.severity | some finding in rule.report} == {"error"} with input as consumer
		with input.client.name as "librdkafka"
		with input.versions.client.version as [2, 12]
	{finding.severity | some finding in rule.report} == {"warning"} with input as consumer
		with input.client.name as "librdkafka"
		with input.versions.client.version as [2, 6]
}

test_clients_without_the_protocol if {
	rule.report == set() with input as consumer with input.versions.client.version as [3, 6]
}

test_classic if rule.report == set() with input as consumer with input.values["group.protocol"] as "classic"

test_empty_strategy if {
	rule.report == set() with input as consumer
		with input.settings as {
			"group.protocol": setting("group.protocol", "consumer", 3),
			"partition.assignment.strategy": setting("partition.assignment.strategy", "", 5),
		}
		with input.state["partition.assignment.strategy"] as "explicit"
}
