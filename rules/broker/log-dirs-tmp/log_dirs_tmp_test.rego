package kcfglint.rules.broker.log_dirs_tmp_test

import data.kcfglint.rules.broker.log_dirs_tmp as rule

broker(dialect, dirs) := {
	"dialect": dialect,
	"values": {"log.dirs": dirs, "log.dir": "/tmp/kafka-logs"},
	"state": {"log.dirs": "explicit", "log.dir": "default", "node.id": "explicit", "broker.id": "default"},
}

test_tmp if {
	rule.report == {{
		"at": "log.dirs",
		"message": "log.dirs has /tmp/b: /tmp may be emptied when the machine starts or cleaned up while it runs, and the records go with it; set a directory that lasts",
	}} with input as broker("properties", "/data/a, /tmp/b")
}

test_default if {
	rule.report == {{
		"at": "log.dirs",
		"severity": "warning",
		"message": "log.dirs is not set: the records are kept in /tmp/kafka-logs, which may be emptied when the machine starts; set a directory that lasts",
	}} with input as broker("properties", "") with input.state["log.dirs"] as "absent"
}

test_lasting if rule.report == set() with input as broker("properties", "/tmpfs/a,/var/tmp/kafka")

test_container if rule.report == set() with input as broker("compose", "/tmp/kraft-combined-logs")

test_operator if rule.report == set() with input as broker("strimzi", "") with input.state["log.dirs"] as "absent"
