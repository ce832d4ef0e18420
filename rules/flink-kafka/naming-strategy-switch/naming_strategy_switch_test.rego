package kcfglint.rules.flink_kafka.naming_strategy_switch_test

import data.kcfglint.rules.flink_kafka.naming_strategy_switch as rule

table(flink) := {
	"values": {"connector": "kafka", "@sql.role": "sink", "sink.delivery-guarantee": "exactly-once"},
	"versions": {"flink": {"version": flink, "assumed": false}},
	"state": {"sink.transaction-naming-strategy": "explicit"},
	"settings": {"sink.transaction-naming-strategy": {"written": "sink.transaction-naming-strategy", "value": "POOLING", "line": 1, "from_default": false}},
}

test_old_connector if {
	rule.report == {{
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": `sink.transaction-naming-strategy="POOLING": the Kafka connector has the option from 4.0 on, for Flink 2.0, and an older one refuses the table; remove it`,
	}} with input as table([1, 20])
}

test_old_broker if {
	rule.report == {{
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": `sink.transaction-naming-strategy="POOLING": the sink lists the open transactions at its start, which brokers before 3.0 cannot, and does not start; remove it`,
	}} with input as table([2, 0]) with input.versions.broker as {"version": [2, 8], "assumed": false}
}

test_broker_unknown if {
	rule.report == {{
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": `sink.transaction-naming-strategy="POOLING": the sink lists the open transactions of its topics at its start, for which brokers have to be of 3.0 or newer and it has to be allowed to read the topics`,
		"severity": "info",
		"confidence": "likely",
	}} with input as table([2, 0])
}

test_new_broker if rule.report == set() with input as table([2, 0]) with input.versions.broker as {"version": [3, 0], "assumed": false}

test_other_strategy if rule.report == set() with input as table([1, 20]) with input.settings["sink.transaction-naming-strategy"].value as "INCREMENTING"

test_at_least_once if rule.report == set() with input as table([2, 0]) with input.values["sink.delivery-guarantee"] as "at-least-once"
