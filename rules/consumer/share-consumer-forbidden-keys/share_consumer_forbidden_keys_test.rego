package kcfglint.rules.consumer.share_consumer_forbidden_keys_test

import data.kcfglint.rules.consumer.share_consumer_forbidden_keys as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer(keys) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"settings": {key: setting(key, "x", 3) | some key in keys},
}

test_reset if {
	rule.report == {{
		"at": "auto.offset.reset",
		"message": "auto.offset.reset of a share consumer: it refuses to start; remove it and set share.auto.offset.reset on the group",
	}} with input as consumer(["auto.offset.reset"])
}

test_each if {
	keys := {
		"auto.offset.reset", "enable.auto.commit", "group.instance.id", "isolation.level", "partition.assignment.strategy",
		"interceptor.classes", "session.timeout.ms", "heartbeat.interval.ms", "group.protocol", "group.remote.assignor",
	}
	{f.at | some f in rule.report} == keys with input as consumer(keys)
}

test_before_4_1 if {
	rule.report == set() with input as consumer(["auto.offset.reset"]) with input.versions.client.version as [4, 0]
}

test_allowed if rule.report == set() with input as consumer(["share.acknowledgement.mode", "max.poll.records"])

test_smallrye_removes_two if {
	{f.at | some f in rule.report} == {"isolation.level"} with input as object.union(
		consumer(["auto.offset.reset", "enable.auto.commit", "isolation.level"]),
		{"owner": "smallrye"},
	)
}
