package kcfglint.rules.consumer.auto_commit_interval_test

import data.kcfglint.rules.consumer.auto_commit_interval as rule

consumer := {
	"owner": "",
	"values": {"enable.auto.commit": true, "auto.commit.interval.ms": 600000},
	"state": {"auto.commit.interval.ms": "explicit", "group.id": "explicit"},
}

test_rarely if {
	rule.report == {{
		"at": "auto.commit.interval.ms",
		"message": `auto.commit.interval.ms="600000": after a crash the group processes again what it did in up to that time; set at most 10000`,
	}} with input as consumer
}

test_often if {
	rule.report == {{
		"at": "auto.commit.interval.ms",
		"severity": "info",
		"consequence": "performance",
		"message": `auto.commit.interval.ms="50": every consumer commits several times a second, which loads the coordinator; set 1000 or more`,
	}} with input as consumer with input.values["auto.commit.interval.ms"] as 50
}

test_usual if rule.report == set() with input as consumer with input.values["auto.commit.interval.ms"] as 5000

test_off if rule.report == set() with input as consumer with input.values["enable.auto.commit"] as false

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"
