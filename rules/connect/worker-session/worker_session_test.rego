package kcfglint.rules.connect.worker_session_test

import data.kcfglint.rules.connect.worker_session as rule

worker(heartbeat, session) := {
	"values": {"heartbeat.interval.ms": heartbeat, "session.timeout.ms": session},
	"state": {
		"heartbeat.interval.ms": "explicit",
		"session.timeout.ms": "explicit",
		"group.id": "explicit",
		"offset.storage.file.filename": "absent",
	},
}

finding(key, heartbeat, session) := {
	"at": key,
	"message": $`heartbeat.interval.ms ({heartbeat}) is not below session.timeout.ms ({session}): the worker refuses to start; set heartbeat.interval.ms to a third of session.timeout.ms`,
}

test_above if rule.report == {finding("heartbeat.interval.ms", 20000, 10000)} with input as worker(20000, 10000)

test_equal if rule.report == {finding("heartbeat.interval.ms", 10000, 10000)} with input as worker(10000, 10000)

test_session_below_the_default if {
	rule.report == {finding("session.timeout.ms", 3000, 2000)} with input as worker(3000, 2000)
		with input.state["heartbeat.interval.ms"] as "default"
}

test_defaults if {
	rule.report == set() with input as worker(3000, 10000) with input.state["session.timeout.ms"] as "default"
}

test_standalone if {
	rule.report == set() with input as worker(20000, 10000) with input.state["offset.storage.file.filename"] as "explicit"
}
