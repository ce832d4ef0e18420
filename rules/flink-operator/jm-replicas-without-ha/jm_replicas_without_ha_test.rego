package kcfglint.rules.flink_operator.jm_replicas_without_ha_test

import data.kcfglint.rules.flink_operator.jm_replicas_without_ha as rule

job(replicas, type) := {
	"values": {"jobManager.replicas": replicas, "high-availability.type": type},
	"state": {"jobManager.replicas": "explicit", "high-availability.type": "absent"},
}

test_standby if {
	rule.report == {{
		"at": "jobManager.replicas",
		"message": "jobManager.replicas=\"2\" without high availability: the operator rejects the resource; set high-availability.type=kubernetes and high-availability.storageDir",
	}} with input as job(2, "NONE")
}

test_one if rule.report == set() with input as job(1, "NONE")

test_available if rule.report == set() with input as job(2, "KUBERNETES")

test_unknown if rule.report == set() with input as job(2, "NONE") with input.state["high-availability.type"] as "unknown"
