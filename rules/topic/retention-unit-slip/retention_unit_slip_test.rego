package kcfglint.rules.topic.retention_unit_slip_test

import data.kcfglint.rules.topic.retention_unit_slip as rule

topic(n, policy) := {
	"name": "orders",
	"links": {"topics": ["orders"]},
	"values": {"retention.ms": n, "cleanup.policy": policy},
	"state": {"retention.ms": "explicit", "log.retention.ms": "absent", "local.retention.ms": "default", "delete.retention.ms": "default"},
}

test_seconds if {
	rule.report == {{
		"at": "retention.ms",
		"severity": "error",
		"message": `retention.ms="604800" is a number of whole days in seconds, but the key counts milliseconds: records go after 10 min; write 604800000`,
	}} with input as topic(604800, "delete")
}

test_hours if {
	rule.report == {{
		"at": "retention.ms",
		"severity": "error",
		"message": `retention.ms="168" is a usual number of hours, but the key counts milliseconds: records go after 168 ms; write 604800000`,
	}} with input as topic(168, "delete")
}

test_minutes if {
	rule.report == {{
		"at": "retention.ms",
		"severity": "warning",
		"confidence": "likely",
		"message": `retention.ms="60000": records go after 1 min, before a consumer that was away has read them; set at least 86400000`,
	}} with input as topic(60000, "compact,delete")
}

test_broker if {
	rule.report == {{
		"at": "log.retention.ms",
		"severity": "error",
		"message": `log.retention.ms="86400" is a number of whole days in seconds, but the key counts milliseconds: records go after 1 min; write 86400000`,
	}} with input as {"name": "", "links": {"topics": []}, "values": {"log.retention.ms": 86400}, "state": {"log.retention.ms": "explicit"}}
}

test_long_enough if {
	every n in [3600000, 604800000, -1] {
		rule.report == set() with input as topic(n, "delete")
	}
}

test_compacted if rule.report == set() with input as topic(604800, "compact")

test_short_lived if rule.report == set() with input as topic(60000, "delete") with input.data_class as "cache"

test_local_may_be_short if {
	rule.report == set() with input as {"values": {"local.retention.ms": 60000}, "state": {"local.retention.ms": "explicit"}}
}
