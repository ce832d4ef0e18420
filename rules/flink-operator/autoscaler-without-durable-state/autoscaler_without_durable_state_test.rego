package kcfglint.rules.flink_operator.autoscaler_without_durable_state_test

import data.kcfglint.rules.flink_operator.autoscaler_without_durable_state as rule

job(mode, scheduler) := {
	"values": {
		"job.autoscaler.enabled": true, "job.autoscaler.scaling.enabled": true, "job.upgradeMode": mode,
		"jobmanager.scheduler": scheduler,
	},
	"state": {
		"job.autoscaler.enabled": "explicit", "job.autoscaler.scaling.enabled": "default", "job.upgradeMode": "explicit",
		"execution.checkpointing.interval": "absent", "pipeline.max-parallelism": "explicit",
	},
	"settings": {"job.autoscaler.enabled": {"written": "job.autoscaler.enabled"}},
}

test_stateless if {
	rule.report == {{
		"at": "job.autoscaler.enabled",
		"message": "job.autoscaler.enabled=\"true\" under upgradeMode stateless: each rescaling restarts the job from empty state and its sources from their startup mode; set savepoint or last-state",
	}} with input as job("stateless", "Default")
}

test_adaptive if {
	rule.report == {{
		"at": "job.autoscaler.enabled",
		"message": "job.autoscaler.enabled=\"true\" without checkpoints: each rescaling by the adaptive scheduler restarts the job from nothing; set execution.checkpointing.interval",
	}} with input as job("savepoint", "adaptive")
}

test_max_parallelism if {
	rule.report == {{
		"at": "job.autoscaler.enabled",
		"severity": "info",
		"consequence": "stall",
		"message": "job.autoscaler.enabled=\"true\" without pipeline.max-parallelism: the first parallelism fixes what the job can grow to while it keeps its state; set e.g. 720",
	}} with input as job("savepoint", "Default") with input.state["pipeline.max-parallelism"] as "absent"
}

test_savepoint if rule.report == set() with input as job("savepoint", "Default")

test_dry_run if {
	rule.report == set() with input as job("stateless", "Default") with input.values["job.autoscaler.scaling.enabled"] as false
}
