package kcfglint.rules.flink_kafka.transaction_timeout_test

import data.kcfglint.rules.flink_kafka.transaction_timeout as rule

guarantee := "sink.delivery-guarantee"

timeout := "properties.transaction.timeout.ms"

interval := "execution.checkpointing.interval"

checkpoint := "execution.checkpointing.timeout"

table(values, state) := {
	"kind": "flink-table",
	"values": object.union({"connector": "kafka", "@sql.role": "sink", guarantee: "exactly-once", checkpoint: 600000}, values),
	"state": object.union({guarantee: "explicit", timeout: "explicit", interval: "unknown", checkpoint: "default"}, state),
	"settings": {timeout: {"written": timeout, "value": format_int(millis, 10), "line": 12} | millis := values[timeout]},
}

test_left_out if {
	rule.report == {{
		"at": guarantee,
		"message": "sink.delivery-guarantee=\"exactly-once\" without properties.transaction.timeout.ms takes 1 h, which a broker with the default transaction.max.timeout.ms of 15 min refuses; set it, and raise the broker's",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "startup-failure",
	}} with input as table({}, {timeout: "absent"})
}

test_shorter_than_a_checkpoint if {
	rule.report == {{
		"at": timeout,
		"message": "properties.transaction.timeout.ms=\"60000\" is less than checkpoint interval and timeout, 720000 ms: the broker aborts transactions that are to be committed, and Flink drops their records; set at least 1620000",
		"related": [{"at": interval, "message": "how long a transaction stays open"}],
	}} with input as table({timeout: 60000, interval: 120000}, {interval: "inherited"})
}

test_shorter_than_an_outage if {
	rule.report == {{
		"at": timeout,
		"message": "properties.transaction.timeout.ms=\"900000\" leaves 240 s for an outage beside checkpoint interval and timeout: after a longer one Flink drops what was to be committed; set at least 1560000",
		"severity": "warning",
		"related": [{"at": interval, "message": "how long a transaction stays open"}],
	}} with input as table({timeout: 900000, interval: 60000}, {interval: "inherited"})
}

test_job_out_of_view if {
	rule.report == {{
		"at": timeout,
		"message": "properties.transaction.timeout.ms=\"600000\" leaves 0 s for an outage beside checkpoint interval and timeout: after a longer one Flink drops what was to be committed; set at least 1500000",
		"severity": "warning",
		"related": [],
	}} with input as {
		"kind": "flink-table",
		"values": {"connector": "upsert-kafka", "@sql.role": "unknown", guarantee: "exactly-once"},
		"settings": {timeout: {"written": timeout, "value": "600000", "line": 12}},
		"state": {guarantee: "explicit", timeout: "explicit", interval: "unknown", checkpoint: "unknown"},
	}
}

test_an_hour if {
	rule.report == set() with input as table({timeout: 3600000, interval: 60000}, {interval: "inherited"})
}

test_unknown if {
	rule.report == set() with input as table({}, {timeout: "unknown"})
}

test_at_least_once if {
	rule.report == set() with input as table({guarantee: "at-least-once", timeout: 60000}, {})
}

test_source if {
	rule.report == set() with input as table({"@sql.role": "source", timeout: 60000}, {})
}

limit := "@broker.transaction.max.timeout.ms"

test_brokers_refuse_the_default if {
	rule.report == {{
		"at": guarantee,
		"message": `sink.delivery-guarantee="exactly-once" without properties.transaction.timeout.ms takes 3600000, which is above 900000, the transaction.max.timeout.ms of the brokers: the sink does not start; set it, and raise the brokers'`,
		"consequence": "startup-failure",
		"related": [{"at": limit, "message": "the brokers"}],
	}} with input as table({limit: 900000}, {timeout: "absent", limit: "explicit"})
}

test_brokers_refuse_what_is_set if {
	rule.report == {{
		"at": timeout,
		"message": `properties.transaction.timeout.ms="3600000" is above 1800000, the transaction.max.timeout.ms of the brokers: they refuse the sink's first transaction, and the job does not start; raise theirs`,
		"consequence": "startup-failure",
		"related": [{"at": limit, "message": "the brokers"}],
	}} with input as table({timeout: 3600000, limit: 1800000}, {limit: "explicit"})
}

test_brokers_allow_it if {
	rule.report == set() with input as table({limit: 3600000}, {timeout: "absent", limit: "explicit"})
}
