# METADATA
# title: too few heartbeats fit into a session
# description: |
#   The coordinator removes a member from which no heartbeat came for session.timeout.ms. With heartbeat.interval.ms
#   above a third of it, one or two heartbeats that are late are enough, and the group rebalances for nothing. Set
#   heartbeat.interval.ms to at most a third of session.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_heartbeat.interval.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms
# custom:
#   id: KC013
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set heartbeat.interval.ms to at most a third of session.timeout.ms.
#   since: "0.2.0"
package kcfglint.rules.consumer.heartbeat_over_third

import data.kcfglint.lib.group

report contains finding if {
	heartbeat := input.values["heartbeat.interval.ms"]
	session := input.values["session.timeout.ms"]
	heartbeat * 3 > session
	heartbeat < session
	not brokers_decide
	not group.missing(input.state["group.id"])
	some key in written
	finding := {
		"at": key,
		"message": $`heartbeat.interval.ms ({heartbeat}) is more than a third of session.timeout.ms ({session}): a heartbeat or two that are late make the group rebalance; set heartbeat.interval.ms={floor(session / 3)} or less`,
	}
}

# The one that is written; of two, the heartbeat.
written contains "heartbeat.interval.ms" if input.state["heartbeat.interval.ms"] in {"explicit", "inherited"}

written contains "session.timeout.ms" if {
	not input.state["heartbeat.interval.ms"] in {"explicit", "inherited"}
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
}

# With group.protocol=consumer the brokers keep both: KC026.
brokers_decide if lower(input.values["group.protocol"]) == "consumer"

brokers_decide if input.state["group.protocol"] == "unknown"
