package kcfglint.rules.flink_checkpoint.backlog_disables_checkpoints_test

import data.kcfglint.rules.flink_checkpoint.backlog_disables_checkpoints as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

job(backlog, text) := {
	"versions": {"flink": {"version": [1, 20], "assumed": false}},
	"values": {"execution.checkpointing.interval": 60000, "execution.checkpointing.interval-during-backlog": backlog},
	"state": {"execution.checkpointing.interval": "explicit", "execution.checkpointing.interval-during-backlog": "explicit"},
	"settings": {
		"execution.checkpointing.interval": setting("execution.checkpointing.interval", "60s", 1),
		"execution.checkpointing.interval-during-backlog": setting("execution.checkpointing.interval-during-backlog", text, 2),
	},
}

test_shorter if {
	rule.report == {{
		"at": "execution.checkpointing.interval-during-backlog",
		"message": `execution.checkpointing.interval-during-backlog="30s" is below execution.checkpointing.interval="60s" (line 1): Flink refuses the job; set no less`,
		"related": [{"at": "execution.checkpointing.interval", "message": "the ordinary interval"}],
	}} with input as job(30000, "30s")
}

test_off if {
	rule.report == {{
		"at": "execution.checkpointing.interval-during-backlog",
		"severity": "warning",
		"consequence": "duplication",
		"message": `execution.checkpointing.interval-during-backlog="0": no checkpoints while a source works off a backlog, so a failure starts it all over; set an interval`,
	}} with input as job(0, "0")
}

test_equal if rule.report == set() with input as job(60000, "60s")

test_before_1_19 if rule.report == set() with input as job(30000, "30s") with input.versions.flink.version as [1, 18]

test_too_short if {
	{f.at | some f in rule.report} == {"execution.checkpointing.interval-during-backlog"} with input as job(9, "9 ms") with input.values["execution.checkpointing.interval"] as 9
}

test_without_interval if {
	{f.severity | some f in rule.report} == {"warning"} with input as json.remove(job(30000, "30s"), ["values/execution.checkpointing.interval"])
		with input.state["execution.checkpointing.interval"] as "absent"
}
