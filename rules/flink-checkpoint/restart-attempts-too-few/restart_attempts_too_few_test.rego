package kcfglint.rules.flink_checkpoint.restart_attempts_too_few_test

import data.kcfglint.rules.flink_checkpoint.restart_attempts_too_few as rule

strategy := "restart-strategy.type"

attempts := "restart-strategy.fixed-delay.attempts"

delay := "restart-strategy.fixed-delay.delay"

failures := "restart-strategy.failure-rate.max-failures-per-interval"

window := "restart-strategy.failure-rate.failure-rate-interval"

backoff := "restart-strategy.exponential-delay.attempts-before-reset-backoff"

cluster(type, values, state) := {
	"kind": "flink-cluster",
	"versions": {"flink": {"version": [1, 20], "assumed": false}},
	"values": object.union({strategy: type}, values),
	"state": object.union({strategy: "explicit"}, state),
	"settings": {strategy: {"written": "restart-strategy", "value": type, "line": 2}},
}

test_fixed_delay_without_attempts if {
	rule.report == {{
		"at": strategy,
		"message": "restart-strategy=\"fixed-delay\" without restart-strategy.fixed-delay.attempts allows 1 restart, while leaving the strategy out retries for ever; remove it or set exponential-delay",
	}} with input as cluster("fixed-delay", {attempts: 1, delay: 1000}, {attempts: "default", delay: "default"})
}

test_few_attempts if {
	rule.report == {{
		"at": attempts,
		"message": "restart-strategy.fixed-delay.attempts=\"3\" with a delay of 10 s: the job gives up within 30 s of an outage that lasts; allow for 5 min, or set exponential-delay",
		"related": [{"at": delay, "message": "a delay of 10 s"}],
	}} with input as cluster("fixed-delay", {attempts: 3, delay: 10000}, {attempts: "explicit", delay: "explicit"})
}

test_few_attempts_with_the_default_delay if {
	rule.report == {{
		"at": attempts,
		"message": "restart-strategy.fixed-delay.attempts=\"100\" with a delay of 1 s: the job gives up within 100 s of an outage that lasts; allow for 5 min, or set exponential-delay",
		"related": [],
	}} with input as cluster("fixed-delay", {attempts: 100, delay: 1000}, {attempts: "explicit", delay: "default"})
}

test_many_attempts if {
	rule.report == set() with input as cluster("fixed-delay", {attempts: 2147483647, delay: 1000}, {attempts: "explicit", delay: "explicit"})
}

test_unknown_delay if {
	rule.report == set() with input as cluster("fixed-delay", {attempts: 3}, {attempts: "explicit", delay: "unknown"})
}

test_unknown_attempts if {
	rule.report == set() with input as cluster("fixed-delay", {delay: 1000}, {attempts: "unknown", delay: "default"})
}

test_failure_rate_without_its_keys if {
	rule.report == {{
		"at": strategy,
		"message": "restart-strategy=\"failure-rate\" without max-failures-per-interval ends the job at the second failure within 60 s; set it, or exponential-delay",
	}} with input as cluster("failure-rate", {failures: 1, window: 60000}, {failures: "default", window: "default"})
}

test_failure_rate if {
	rule.report == {{
		"at": failures,
		"message": "restart-strategy.failure-rate.max-failures-per-interval=\"3\": one failure more within 300 s ends the job, as an outage of minutes causes; set more, or exponential-delay",
		"related": [{"at": window, "message": "within 300 s"}],
	}} with input as cluster("failure-rate", {failures: 3, window: 300000}, {failures: "explicit", window: "explicit"})
}

test_failure_rate_within_a_minute if {
	rule.report == set() with input as cluster("failure-rate", {failures: 3, window: 60000}, {failures: "explicit", window: "default"})
}

test_backoff_attempts if {
	rule.report == {{
		"at": backoff,
		"message": "restart-strategy.exponential-delay.attempts-before-reset-backoff=\"5\": the job gives up after 5 restarts in a row; remove the key, which allows them without end",
	}} with input as cluster("exponential-delay", {backoff: 5}, {backoff: "explicit"})
}

test_backoff_attempts_before_1_19 if {
	rule.report == set() with input as object.union(
		cluster("exponential-delay", {backoff: 5}, {backoff: "explicit"}),
		{"versions": {"flink": {"version": [1, 18], "assumed": false}}},
	)
}

test_batch if {
	rule.report == set() with input as cluster("fixed-delay", {attempts: 1, delay: 1000, "@streaming": false}, {attempts: "default"})
}
