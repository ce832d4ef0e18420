package kcfglint.rules.flink_checkpoint.checkpoint_interval_too_long_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_interval_too_long as rule

setting(key, value) := {"written": key, "value": value, "line": 1, "from_default": false}

job(ms, text) := {
	"values": {"execution.checkpointing.interval": ms},
	"state": {"execution.checkpointing.interval": "explicit"},
	"settings": {"execution.checkpointing.interval": setting("execution.checkpointing.interval", text)},
}

test_half_an_hour if {
	rule.report == {{
		"at": "execution.checkpointing.interval",
		"message": `execution.checkpointing.interval="30 min": a failure repeats up to 30 min of work, and exactly-once output stays invisible as long; set some minutes`,
	}} with input as job(1800000, "30 min")
}

test_quarter_of_an_hour if rule.report == set() with input as job(900000, "15 min")

test_never if rule.report == set() with input as job(9223372036854775807, "9223372036854775807")

test_iceberg if rule.report == set() with input as job(1800000, "30 min") with input.values["@sql.sinks"] as "iceberg kafka"

test_iceberg_of_a_day if count(rule.report) == 1 with input as job(86400000, "1 d") with input.values["@sql.sinks"] as "iceberg"

test_inherited if rule.report == set() with input as job(1800000, "30 min") with input.state["execution.checkpointing.interval"] as "inherited"

test_batch if rule.report == set() with input as job(1800000, "30 min") with input.values["@streaming"] as false
