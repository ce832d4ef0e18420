# METADATA
# title: a worker's heartbeats are not more frequent than its session timeout
# description: |
#   The workers of a Connect cluster are a group, like consumers. A worker that sends no heartbeat within
#   session.timeout.ms is taken for dead and its tasks go elsewhere. Connect refuses to start when
#   heartbeat.interval.ms is not below session.timeout.ms. Keep heartbeats at a third of the session.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_heartbeat.interval.ms
# - ref: https://kafka.apache.org/documentation/#connectconfigs_session.timeout.ms
# custom:
#   id: KN028
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [connect-worker]
#   remediation: Set heartbeat.interval.ms to a third of session.timeout.ms.
#   since: "0.2.0"
package kcfglint.rules.connect.worker_session

# Heartbeat, which WorkerGroupMember makes; a standalone worker is in no group.
report contains finding if {
	heartbeat := input.values["heartbeat.interval.ms"]
	session := input.values["session.timeout.ms"]
	heartbeat >= session
	input.state["offset.storage.file.filename"] in {"absent", "unknown"}
	input.state["group.id"] in {"explicit", "inherited", "unknown"}
	some key in written
	finding := {
		"at": key,
		"message": $`heartbeat.interval.ms ({heartbeat}) is not below session.timeout.ms ({session}): the worker refuses to start; set heartbeat.interval.ms to a third of session.timeout.ms`,
	}
}

# The one that is written; of two, the heartbeat.
written contains "heartbeat.interval.ms" if input.state["heartbeat.interval.ms"] in {"explicit", "inherited"}

written contains "session.timeout.ms" if {
	input.state["heartbeat.interval.ms"] == "default"
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
}
