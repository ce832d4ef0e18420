package kcfglint.rules.connect.topic_creation_rf_test

import data.kcfglint.rules.connect.topic_creation_rf as rule

setting(key, value) := {"written": key, "value": value, "line": 4, "from_default": false}

source(replicas, partitions) := {
	"versions": {"connect": {"version": [3, 9], "assumed": false}},
	"state": {
		"topic.creation.default.replication.factor": "explicit",
		"topic.creation.default.partitions": "explicit",
		"topic.creation.groups": "absent",
	},
	"settings": {
		"topic.creation.default.replication.factor": setting("topic.creation.default.replication.factor", replicas),
		"topic.creation.default.partitions": setting("topic.creation.default.partitions", partitions),
	},
}

test_one_replica if {
	rule.report == {{
		"at": "topic.creation.default.replication.factor",
		"severity": "warning",
		"consequence": "loss",
		"message": `topic.creation.default.replication.factor="1": the topics that Connect creates are lost with the disk of one broker; set 3, or -1 for the brokers' default`,
	}} with input as source("1", "1")
}

refused(key, number) := {
	"at": key,
	"message": $`{key}="{number}": Connect takes a number from 1 on, or -1 for the brokers' default, and refuses the connector; set -1`,
}

test_zero if rule.report == {refused("topic.creation.default.replication.factor", 0)} with input as source("0", "1")

test_below_the_default if {
	rule.report == {refused("topic.creation.default.partitions", -2)} with input as source("3", "-2")
}

test_missing if {
	rule.report == {{
		"at": "topic.creation.default.partitions",
		"message": "topic.creation.default.partitions is not set: Connect demands it as soon as any topic.creation key is set, and refuses the connector; set -1 for the brokers' default",
	}} with input as source("3", "") with input.state["topic.creation.default.partitions"] as "absent"
}

test_not_in_view if {
	rule.report == set() with input as source("3", "") with input.state["topic.creation.default.partitions"] as "unknown"
}

test_left_to_the_brokers if rule.report == set() with input as source("-1", "-1")

test_no_number if rule.report == set() with input as source("three", "1")

test_before_2_6 if rule.report == set() with input as source("0", "1") with input.versions.connect.version as [2, 5]

group(fact, key, value) := {
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"state": {},
	"settings": {fact: {"written": key, "value": value, "line": 3, "from_default": false}},
}

test_group_with_one_replica if {
	rule.report == {{
		"at": "@topic.creation.single",
		"severity": "warning",
		"consequence": "loss",
		"message": `topic.creation.audit.replication.factor="1": the topics that Connect creates for the group are lost with the disk of one broker; set 3, or -1 for the brokers' default`,
	}} with input as group("@topic.creation.single", "topic.creation.audit.replication.factor", "1")
}

test_group_refused if {
	rule.report == {{
		"at": "@topic.creation.refused",
		"message": `topic.creation.audit.partitions="0": Connect takes a number from 1 on, or -1 for the brokers' default, and refuses the connector; set -1`,
	}} with input as group("@topic.creation.refused", "topic.creation.audit.partitions", "0")
}
