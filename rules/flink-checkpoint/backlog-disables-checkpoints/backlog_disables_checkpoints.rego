# METADATA
# title: checkpoints are off, or more frequent, while the sources catch up
# description: |
#   execution.checkpointing.interval-during-backlog (1.19 and newer) is the interval while a source works off a backlog.
#   With 0 there are no checkpoints in that time: a failure near its end starts it all over. Flink refuses an interval that is
#   shorter than the ordinary one. Set it to the longest work that may be done again.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-interval-during-backlog
# custom:
#   id: FC021
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   versions: ["flink 1.19"]
#   remediation: Set an interval that is not below execution.checkpointing.interval.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.backlog_disables_checkpoints

# CheckpointConfig.getCheckpointIntervalDuringBacklog
report contains finding if {
	backlog > 0
	input.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	interval := input.values["execution.checkpointing.interval"]
	interval >= 10
	backlog < interval
	input.versions.flink.version >= [1, 19]
	finding := {
		"at": "execution.checkpointing.interval-during-backlog",
		"message": sprintf(
			"execution.checkpointing.interval-during-backlog=%q is below execution.checkpointing.interval=%q (line %d): Flink refuses the job; set no less",
			[setting.value, ordinary.value, ordinary.line],
		),
		"related": [{"at": "execution.checkpointing.interval", "message": "the ordinary interval"}],
	}
}

# CheckpointConfig.setCheckpointIntervalDuringBacklog
report contains finding if {
	backlog > 0
	backlog < 10
	input.versions.flink.version >= [1, 19]
	finding := {
		"at": "execution.checkpointing.interval-during-backlog",
		"message": sprintf("execution.checkpointing.interval-during-backlog=%q: Flink refuses less than 10 ms, unless it is 0, and the job does not start; set an interval", [setting.value]),
	}
}

# StreamingJobGraphGenerator counts checkpoints that are off as an interval that is longer than any other. The program
# may turn them on.
report contains finding if {
	backlog >= 10
	input.state["execution.checkpointing.interval"] == "absent"
	input.versions.flink.version >= [1, 19]
	finding := {
		"at": "execution.checkpointing.interval-during-backlog",
		"severity": "warning",
		"message": sprintf("execution.checkpointing.interval-during-backlog=%q without execution.checkpointing.interval: Flink refuses every job that does not enable checkpoints itself; set that, too", [setting.value]),
	}
}

report contains finding if {
	backlog == 0
	input.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	input.versions.flink.version >= [1, 19]
	finding := {
		"at": "execution.checkpointing.interval-during-backlog",
		"severity": "warning",
		"consequence": "duplication",
		"message": sprintf("execution.checkpointing.interval-during-backlog=%q: no checkpoints while a source works off a backlog, so a failure starts it all over; set an interval", [setting.value]),
	}
}

backlog := input.values["execution.checkpointing.interval-during-backlog"] if {
	input.state["execution.checkpointing.interval-during-backlog"] in {"explicit", "inherited"}
}

setting := input.settings["execution.checkpointing.interval-during-backlog"]

ordinary := input.settings["execution.checkpointing.interval"]
