package kcfglint.rules.flink_checkpoint.checkpoint_timeout_vs_interval_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_timeout_vs_interval as rule

setting(key, value) := {"written": key, "value": value, "line": 1, "from_default": false}

job(key, ms, text) := {
	"values": {key: ms, "execution.checkpointing.interval": 60000},
	"state": {key: "explicit", "execution.checkpointing.interval": "explicit"},
	"settings": {key: setting(key, text), "execution.checkpointing.interval": setting("execution.checkpointing.interval", "60s")},
}

test_timeout if {
	rule.report == {{
		"at": "execution.checkpointing.timeout",
		"message": `execution.checkpointing.timeout="30s": under load each checkpoint is given up, and the job restarts over and over; set 10 min, or leave it out`,
	}} with input as job("execution.checkpointing.timeout", 30000, "30s")
}

test_timeout_of_a_minute if rule.report == set() with input as job("execution.checkpointing.timeout", 60000, "60s")

test_refused_timeout if rule.report == set() with input as job("execution.checkpointing.timeout", 5, "5")

test_pause if {
	rule.report == {{
		"at": "execution.checkpointing.min-pause",
		"message": `execution.checkpointing.min-pause="10 min" makes execution.checkpointing.interval="60s" (line 1) one of 10 min at least, so a failure repeats as much work; set less than the interval`,
		"consequence": "ignored",
		"related": [{"at": "execution.checkpointing.interval", "message": "the interval"}],
	}} with input as job("execution.checkpointing.min-pause", 600000, "10 min")
}

test_short_pause if rule.report == set() with input as job("execution.checkpointing.min-pause", 120000, "2 min")

test_interval_elsewhere if {
	rule.report == set() with input as job("execution.checkpointing.min-pause", 600000, "10 min")
		with input.state["execution.checkpointing.interval"] as "absent"
}
