# METADATA
# title: checkpoints expire under load, or come less often than written
# description: |
#   A checkpoint that is not complete within execution.checkpointing.timeout is given up, and as none may fail unless tolerable-
#   failed-checkpoints says so, the job restarts: under load, when checkpoints take longest, with less than a minute it does so
#   over and over. Another checkpoint begins no sooner than execution.checkpointing.min-pause after the last one; where that is
#   many times the interval the interval is not what decides.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-timeout
# custom:
#   id: FC008
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job]
#   remediation: Leave execution.checkpointing.timeout at 10 min, and set min-pause to less than the interval.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.checkpoint_timeout_vs_interval

import data.kcfglint.lib.jobs

# Less than 10 ms is refused: FC028.
report contains finding if {
	timeout := input.values["execution.checkpointing.timeout"]
	timeout >= 10
	timeout < 60000
	input.state["execution.checkpointing.timeout"] == "explicit"
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.timeout",
		"message": sprintf(
			"execution.checkpointing.timeout=%q: under load each checkpoint is given up, and the job restarts over and over; set 10 min, or leave it out",
			[input.settings["execution.checkpointing.timeout"].value],
		),
	}
}

# CheckpointRequestDecider
report contains finding if {
	input.state["execution.checkpointing.min-pause"] == "explicit"
	input.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	pause := input.values["execution.checkpointing.min-pause"]
	interval := input.values["execution.checkpointing.interval"]
	interval >= 10
	pause >= 10 * interval
	not jobs.batch
	setting := input.settings["execution.checkpointing.interval"]
	finding := {
		"at": "execution.checkpointing.min-pause",
		"message": sprintf(
			"execution.checkpointing.min-pause=%q makes execution.checkpointing.interval=%q (line %d) one of %s at least, so a failure repeats as much work; set less than the interval",
			[input.settings["execution.checkpointing.min-pause"].value, setting.value, setting.line, input.settings["execution.checkpointing.min-pause"].value],
		),
		"consequence": "ignored",
		"related": [{"at": "execution.checkpointing.interval", "message": "the interval"}],
	}
}
