package kcfglint.rules.consumer.heartbeat_not_below_session_test

import data.kcfglint.rules.consumer.heartbeat_not_below_session as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"session.timeout.ms": 45, "heartbeat.interval.ms": 3000, "group.protocol": "classic"},
	"state": {"session.timeout.ms": "explicit", "heartbeat.interval.ms": "default", "group.id": "explicit"},
}

test_session_in_seconds if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "error",
		"message": `session.timeout.ms="45" is not above heartbeat.interval.ms (3000): the consumer refuses to start; the unit is milliseconds, so set 45000`,
	}} with input as consumer
}

test_heartbeat_written if {
	rule.report == {{
		"at": "heartbeat.interval.ms",
		"severity": "error",
		"message": `heartbeat.interval.ms="10000" is not below session.timeout.ms (10000): the consumer refuses to start; set at most a third of the session timeout`,
		"related": [{"at": "session.timeout.ms", "message": "the session that heartbeats keep alive"}],
	}} with input as consumer
		with input.values["session.timeout.ms"] as 10000
		with input.values["heartbeat.interval.ms"] as 10000
		with input.state["heartbeat.interval.ms"] as "explicit"
}

test_no_group if {
	rule.report == {{
		"at": "session.timeout.ms",
		"severity": "info",
		"message": `session.timeout.ms="45" is not above heartbeat.interval.ms (3000): the consumer refuses to start once it has a group.id; the unit is milliseconds, so set 45000`,
	}} with input as consumer with input.state["group.id"] as "absent"
}

test_below if rule.report == set() with input as consumer with input.values["session.timeout.ms"] as 3001

test_brokers_decide if rule.report == set() with input as consumer with input.values["group.protocol"] as "CONSUMER"

test_unknown_session if {
	rule.report == set() with input as consumer
		with input.values as {"heartbeat.interval.ms": 3000}
		with input.state["session.timeout.ms"] as "unknown"
}

test_no_group_before_2_2 if {
	{f.severity | some f in rule.report} == {"error"} with input as consumer
		with input.state["group.id"] as "absent"
		with input.versions.client.version as [2, 1]
}

test_protocol_unknown_before_3_7 if {
	count(rule.report) == 1 with input as consumer
		with input.values["group.protocol"] as "consumer"
		with input.versions.client.version as [3, 6]
}

as_long := object.union(consumer, {"values": {"session.timeout.ms": 3000}})

test_kafka_python if {
	python := {"name": "kafka-python"}
	{f.severity | some f in rule.report} == {"error"} with input as consumer with input.client as python
	{f.severity | some f in rule.report} == {"error"} with input as as_long with input.client as python
	rule.report == set() with input as as_long with input.client as python with input.versions.client.version as [2, 2]
	{f.severity | some f in rule.report} == {"info"} with input as consumer
		with input.client as python
		with input.state["group.id"] as "absent"
		with input.versions.client.version as [1, 4]
}

test_clients_that_start if {
	every client in ["librdkafka", "franz-go"] {
		rule.report == {{
			"at": "session.timeout.ms",
			"severity": "warning",
			"confidence": "likely",
			"consequence": "stall",
			"message": `session.timeout.ms="3000" is not above heartbeat.interval.ms (3000): the session can end between two heartbeats, and the group rebalances again and again; the unit is milliseconds, so set 45000`,
		}} with input as as_long with input.client.name as client
		rule.report == set() with input as as_long with input.client.name as client with input.state["group.id"] as "absent"
	}
	rule.report == set() with input as as_long
		with input.client.name as "librdkafka"
		with input.values["group.protocol"] as "consumer"
}
