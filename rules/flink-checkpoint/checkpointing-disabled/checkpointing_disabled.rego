# METADATA
# title: Checkpointing is off, so a failure loses state and output
# description: |
#   Flink takes no checkpoints unless execution.checkpointing.interval is set. Without them a failed job starts again from
#   empty state at its startup mode, sinks do not flush or commit, and the Kafka source commits no offsets. An interval below
#   10 ms, 0 included, is refused at start. Set an interval, for example 60s, and a durable checkpoint directory; leave the
#   key out only for batch jobs. The Kubernetes operator sets 5 min itself under upgradeMode last-state.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# custom:
#   id: FC001
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.interval, for example to 60s, and execution.checkpointing.dir.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.checkpointing_disabled

import data.kcfglint.lib.jobs

# CheckpointConfig.setCheckpointInterval refuses less than 10 ms, whatever the code sets later.
report contains finding if {
	input.state["execution.checkpointing.interval"] == "explicit"
	input.values["execution.checkpointing.interval"] < 10
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf(
			"execution.checkpointing.interval=%q: Flink refuses less than 10 ms and the job does not start; set e.g. 60s, or leave the key out for a batch job",
			[input.settings["execution.checkpointing.interval"].value],
		),
		"consequence": "startup-failure",
	}
}

# Long.MAX_VALUE is accepted and means never.
report contains finding if {
	input.state["execution.checkpointing.interval"] == "explicit"
	input.values["execution.checkpointing.interval"] >= 9223372036854775807
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf(
			"execution.checkpointing.interval=%q means never: a failure loses the job's state, and sinks do not flush or commit; set e.g. 60s",
			[input.settings["execution.checkpointing.interval"].value],
		),
	}
}

# Of a script that says nothing of checkpoints, and whose cluster is not in view, it is not known.
report contains finding if {
	off
	job
	known
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf("execution.checkpointing.interval is not set%s a failure loses the job's state, sinks do not flush or commit, and no Kafka offset is committed; set e.g. 60s", [unless]),
		"confidence": confidence,
		"related": configured_places,
	}
}

report contains finding if {
	off
	job
	not known
	finding := {
		"at": "execution.checkpointing.interval",
		"message": "nothing in view sets execution.checkpointing.interval: unless the cluster does, a failure loses the job's state and sinks do not flush or commit; set it to e.g. 60s",
		"severity": "warning",
		"confidence": "likely",
	}
}

report contains finding if {
	off
	not job
	not misread
	first := min(object.keys(configured))
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf(
			"execution.checkpointing.interval is not set beside %s, so every job that does not enable checkpointing itself runs without and loses its state at a failure; set e.g. 60s",
			[configured[first].as],
		),
		"confidence": "likely",
		"related": configured_places,
	}
}

report contains finding if {
	off
	not job
	not misread
	configured == {}
	finding := {
		"at": "execution.checkpointing.interval",
		"message": "execution.checkpointing.interval is not set, so a job that does not enable checkpointing itself loses its state at a failure; set a default such as 60s",
		"severity": "info",
		"confidence": "likely",
	}
}

# The interval is written in a form that the reader of flink-conf.yaml does not see: FC023 says so.
misread if input.settings["@conf.nested.execution.checkpointing.interval"]

misread if input.settings["@conf.line.execution.checkpointing.interval"]

default unless := ", so checkpointing is off:"

# StreamExecutionEnvironment.enableCheckpointing
unless := ": unless the job's code enables checkpointing," if input.code_may_set

default confidence := "certain"

# Which cluster a script runs on is told by where the files are.
confidence := "likely" if input.dialect == "flink-sql"

confidence := "likely" if input.code_may_set

off if {
	input.state["execution.checkpointing.interval"] == "absent"
	not jobs.batch
	not reported
}

# Of a script within a resource, the resource is reported, and of one on a cluster that is
# configured for checkpoints, the cluster.
reported if {
	input.dialect == "flink-sql"
	input.state["@job"] == "inherited"
}

reported if {
	input.dialect == "flink-sql"
	configured != {}
	every _, setting in configured { not setting.here }
}

job if input.kind == "flink-job"

job if input.values["@job"] == true

known if input.dialect != "flink-sql"

known if configured != {}

known if input.state["@file"] == "inherited"

# What is written of checkpointing besides the interval.
configured["execution.checkpointing.dir"] := written(input.state["execution.checkpointing.dir"], input.settings["execution.checkpointing.dir"])

configured["execution.checkpointing.externalized-checkpoint-retention"] := written(input.state["execution.checkpointing.externalized-checkpoint-retention"], input.settings["execution.checkpointing.externalized-checkpoint-retention"])

configured["execution.checkpointing.incremental"] := written(input.state["execution.checkpointing.incremental"], input.settings["execution.checkpointing.incremental"])

configured["execution.checkpointing.max-concurrent-checkpoints"] := written(input.state["execution.checkpointing.max-concurrent-checkpoints"], input.settings["execution.checkpointing.max-concurrent-checkpoints"])

configured["execution.checkpointing.min-pause"] := written(input.state["execution.checkpointing.min-pause"], input.settings["execution.checkpointing.min-pause"])

configured["execution.checkpointing.mode"] := written(input.state["execution.checkpointing.mode"], input.settings["execution.checkpointing.mode"])

configured["execution.checkpointing.timeout"] := written(input.state["execution.checkpointing.timeout"], input.settings["execution.checkpointing.timeout"])

configured["execution.checkpointing.tolerable-failed-checkpoints"] := written(input.state["execution.checkpointing.tolerable-failed-checkpoints"], input.settings["execution.checkpointing.tolerable-failed-checkpoints"])

configured["execution.checkpointing.unaligned.enabled"] := written(input.state["execution.checkpointing.unaligned.enabled"], input.settings["execution.checkpointing.unaligned.enabled"])

written(state, setting) := {"as": setting.written, "here": state != "inherited"} if {
	state in {"explicit", "inherited", "unknown"}
}

configured_places := [place |
	some key, _ in configured
	place := {"at": key, "message": "configured here, without an interval"}
]
