package kcfglint.rules.project.fetch_below_topic_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.fetch_below_topic as rule

fetch := "max.partition.fetch.bytes"

consumer(client, values, state) := {
	"kind": "consumer", "file": "application.yml", "cluster": "kafka:9092", "client": {"name": client},
	"links": {"topics": ["orders"]}, "values": values, "state": state,
}

topic := {
	"kind": "topic", "file": "orders.yaml", "cluster": "",
	"values": {"max.message.bytes": 10485760}, "state": {"max.message.bytes": "explicit"},
}

project(reader) := topics_test.project({"orders": ["c", "t"]}, {"c": reader, "t": topic})

related := [{"at": {"key": "max.message.bytes", "component": "t"}, "message": "what the topic takes"}]

test_default if {
	rule.report == {{
		"at": {"key": fetch, "component": "c"},
		"message": `max.partition.fetch.bytes (1048576 by default) is below max.message.bytes="10485760" of topic orders in orders.yaml: a batch above it is fetched alone; set 10485760`,
		"related": related,
	}} with input as project(consumer("java", {fetch: 1048576}, {fetch: "default"}))
}

test_written if {
	some report in rule.report with input as project(consumer("librdkafka", {fetch: 5242880}, {fetch: "explicit"}))
	startswith(report.message, `max.partition.fetch.bytes="5242880" is below`)
}

test_enough if rule.report == set() with input as project(consumer("java", {fetch: 10485760}, {fetch: "explicit"}))

test_old_sarama if {
	rule.report == {{
		"at": {"key": "Consumer.Fetch.Max", "component": "c"},
		"severity": "error",
		"consequence": "loss",
		"message": `Consumer.Fetch.Max="1048576" is below max.message.bytes="10485760" of topic orders in orders.yaml: with Version="0.10.0.1" sarama skips a record between the two; set 10485760, or 0 for no limit`,
		"related": related,
	}} with input as project(consumer("sarama", {fetch: 32768, "Consumer.Fetch.Max": 1048576, "Version": "0.10.0.1"}, {}))
}

test_sarama if {
	every version in ["2.8.0", "0.10.1.0", "1.0.0"] {
		rule.report == set() with input as project(consumer("sarama", {fetch: 32768, "Consumer.Fetch.Max": 1048576, "Version": version}, {}))
	}
	rule.report == set() with input as project(consumer("sarama", {fetch: 32768, "Consumer.Fetch.Max": 0, "Version": "V0_9_0_1"}, {}))
}

test_brokers if {
	reader := consumer("java", {fetch: 1048576, "@broker.message.max.bytes": 5242880}, {fetch: "default"})
	alone := {"joins": {"consumers": {}, "declarations": {}, "known-brokers": {"kafka:9092": ["b", "c"]}}, "components": {"c": reader, "b": {"kind": "broker"}}}
	rule.report == {{
		"at": {"key": fetch, "component": "c"},
		"message": "max.partition.fetch.bytes (1048576 by default) is below 5242880, the message.max.bytes of the brokers: a batch above it is fetched alone; set 5242880",
		"related": [{"at": {"key": "@broker.message.max.bytes", "component": "c"}, "message": "what the brokers take"}],
	}} with input as alone
	rule.report == set() with input as alone with input.components.c.values["@broker.message.max.bytes"] as 1048588
}
