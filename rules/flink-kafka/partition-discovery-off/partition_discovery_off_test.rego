package kcfglint.rules.flink_kafka.partition_discovery_off_test

import data.kcfglint.rules.flink_kafka.partition_discovery_off as rule

table(flink) := {
	"complete": "full",
	"versions": {"flink": {"version": flink, "assumed": false}},
	"values": {"connector": "kafka", "@sql.role": "source", "scan.topic-partition-discovery.interval": 0},
	"state": {
		"scan.topic-partition-discovery.interval": "explicit",
		"topic-pattern": "absent",
		"topic": "explicit",
		"scan.bounded.mode": "absent",
	},
	"settings": {"scan.topic-partition-discovery.interval": {"written": "", "value": "0s", "line": 1, "from_default": false}},
}

test_off if {
	rule.report == {{
		"at": "scan.topic-partition-discovery.interval",
		"message": `scan.topic-partition-discovery.interval="0s": new partitions are not read until the job starts again; remove it, or set a few minutes`,
	}} with input as table([2, 0])
}

test_pattern if {
	rule.report == {{
		"at": "scan.topic-partition-discovery.interval",
		"message": `scan.topic-partition-discovery.interval="0s": new topics that match, and new partitions, are not read until the job starts again; remove it, or set a few minutes`,
		"severity": "error",
	}} with input as table([2, 0]) with input.state["topic-pattern"] as "explicit"
}

left_out := object.union(table([1, 16]), {
	"values": {"scan.startup.mode": "latest-offset"},
	"state": {"scan.topic-partition-discovery.interval": "absent"},
})

test_off_by_default if {
	rule.report == {{
		"at": "topic",
		"message": "scan.topic-partition-discovery.interval is not set, and this version of the connector then never looks: new partitions are not read until the job starts again, and latest-offset then skips what they hold; set e.g. 5 min",
		"severity": "error",
		"consequence": "loss",
	}} with input as left_out
}

test_on_by_default if rule.report == set() with input as left_out with input.versions.flink.version as [1, 17]

test_bounded if rule.report == set() with input as table([2, 0]) with input.values["@streaming"] as false

test_sink if rule.report == set() with input as table([2, 0]) with input.values["@sql.role"] as "sink"

test_old_connector if {
	count(rule.report) == 1 with input as left_out
		with input.versions as {"flink": {"version": [1, 18], "assumed": false}, "kafka-connector": {"version": [3, 0], "assumed": false}}
}
