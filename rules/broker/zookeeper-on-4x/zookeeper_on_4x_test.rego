package kcfglint.rules.broker.zookeeper_on_4x_test

import data.kcfglint.rules.broker.zookeeper_on_4x as rule

broker(roles, version, assumed) := {
	"dialect": "properties",
	"versions": {"broker": {"version": version, "assumed": assumed}},
	"state": {"zookeeper.connect": "explicit", "process.roles": roles},
}

test_zookeeper_alone if {
	rule.report == {{
		"at": "zookeeper.connect",
		"message": "zookeeper.connect is set and process.roles is not, but this broker is of 4.1: it knows no ZooKeeper and refuses to start; migrate to KRaft with 3.9",
	}} with input as broker("absent", [4, 1], false)
}

test_left_over if {
	rule.report == {{
		"at": "zookeeper.connect",
		"severity": "warning",
		"consequence": "ignored",
		"message": "zookeeper.connect is set, but this broker is of 4.1: it knows no ZooKeeper and ignores the line; remove it",
	}} with input as broker("explicit", [4, 1], false)
}

test_version_not_known if rule.report == set() with input as broker("absent", [4, 4], true)

test_before_4_0 if rule.report == set() with input as broker("absent", [3, 9], false)

test_image_decides if rule.report == set() with input as broker("unknown", [4, 1], false)
