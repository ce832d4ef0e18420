package kcfglint.rules.flink_operator.ha_disabled_test

import data.kcfglint.rules.flink_operator.ha_disabled as rule

job(type, state) := {
	"kind": "flink-job",
	"values": {"job.upgradeMode": "savepoint", "high-availability.type": type},
	"state": {
		"job.upgradeMode": "explicit", "flinkVersion": "explicit", "high-availability.type": state,
		"high-availability.storageDir": "absent", "execution.checkpointing.interval": "explicit",
	},
	"settings": {"high-availability.type": {"written": "high-availability", "value": "kubernetes"}},
}

test_absent if {
	some finding in rule.report with input as job("NONE", "absent")
	finding.at == "job.upgradeMode"
	startswith(finding.message, "high-availability.type is not set: a JobManager that restarts")
}

test_none if {
	some finding in rule.report with input as job("NONE", "explicit")
	finding.at == "high-availability.type"
	contains(finding.message, "and not from its checkpoints")
}

test_no_storage if {
	rule.report == {{
		"at": "high-availability.type",
		"consequence": "startup-failure",
		"message": "high-availability=\"kubernetes\" without high-availability.storageDir: the JobManager does not start; set it to durable storage",
	}} with input as job("KUBERNETES", "explicit")
}

test_blank_storage if {
	count(rule.report) == 1 with input as job("KUBERNETES", "explicit")
		with input.state["high-availability.storageDir"] as "explicit"
		with input.values["high-availability.storageDir"] as " "
}

test_session_cluster if {
	rule.report == {{
		"at": "execution.checkpointing.interval",
		"severity": "warning",
		"message": "jobs of this session cluster take checkpoints, but without high availability it forgets them and the jobs when its JobManager restarts; set high-availability.type=kubernetes and high-availability.storageDir",
	}} with input as job("NONE", "absent")
		with input.kind as "flink-cluster"
		with input.state["job.upgradeMode"] as "absent"
}

test_available if {
	rule.report == set() with input as job("KUBERNETES", "explicit") with input.state["high-availability.storageDir"] as "explicit"
}

test_unknown if rule.report == set() with input as job("NONE", "unknown")

test_stateless if {
	rule.report == set() with input as job("NONE", "absent") with input.values["job.upgradeMode"] as "stateless"
}

test_batch if rule.report == set() with input as job("NONE", "absent") with input.values["@streaming"] as false
