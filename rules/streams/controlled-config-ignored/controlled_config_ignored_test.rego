package kcfglint.rules.streams.controlled_config_ignored_test

import data.kcfglint.rules.streams.controlled_config_ignored as rule

app(key, value) := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"application.id": "order-totals", "processing.guarantee": "exactly_once_v2"},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": value, "line": 3, "from_default": false}},
}

test_auto_commit if {
	rule.report == {{
		"at": "consumer.enable.auto.commit",
		"message": `consumer.enable.auto.commit="true" has no effect: Streams commits by itself, each commit.interval.ms; remove it`,
	}} with input as app("consumer.enable.auto.commit", "true")
}

test_as_streams_has_it if {
	every pair in [
		["consumer.enable.auto.commit", "false"], ["isolation.level", "read_committed"], ["producer.enable.idempotence", "true"],
		["group.id", "order-totals"], ["global.consumer.auto.offset.reset", "none"], ["consumer.group.protocol", "classic"],
	] {
		rule.report == set() with input as app(pair[0], pair[1])
	}
}

test_replaced if {
	every pair in [
		["enable.auto.commit", "true"], ["isolation.level", "read_uncommitted"], ["producer.enable.idempotence", "false"],
		["producer.transactional.id", "totals"], ["group.id", "totals"], ["consumer.client.id", "totals"],
		["partition.assignment.strategy", "range"], ["consumer.key.deserializer", "com.example.OrderDeserializer"],
		["restore.consumer.auto.offset.reset", "earliest"], ["consumer.allow.auto.create.topics", "true"],
		["consumer.group.protocol", "consumer"],
	] {
		count(rule.report) == 1 with input as app(pair[0], pair[1])
	}
}

test_at_least_once if {
	every pair in [["isolation.level", "read_uncommitted"], ["enable.idempotence", "false"], ["transactional.id", "totals"]] {
		rule.report == set() with input as app(pair[0], pair[1]) with input.values["processing.guarantee"] as "at_least_once"
	}
}

test_main_auto_commit_counts_before_4_2 if {
	rule.report == set() with input as app("main.consumer.enable.auto.commit", "true")
	count(rule.report) == 1 with input as app("main.consumer.enable.auto.commit", "true") with input.versions.client.version as [4, 2]
}

test_group_protocol if {
	rule.report == set() with input as app("main.consumer.group.protocol", "consumer") with input.versions.client.version as [3, 9]
	some refused in rule.report with input as app("main.consumer.group.protocol", "consumer")
	refused.consequence == "startup-failure"
	some ignored in rule.report with input as app("main.consumer.group.protocol", "consumer")
		with input.versions.client.version as [4, 2]
	contains(ignored.message, "has no effect")
}

test_placeholder if {
	rule.report == set() with input as app("consumer.client.id", "${ID}") with input.state as {"consumer.client.id": "unknown"}
}

shared := {"written": "spring.kafka.properties.enable.auto.commit", "value": "true", "line": 3, "from_default": false}

test_shared_with_other_clients if {
	rule.report == set() with input as app("enable.auto.commit", "true") with input.settings["enable.auto.commit"] as shared
}
