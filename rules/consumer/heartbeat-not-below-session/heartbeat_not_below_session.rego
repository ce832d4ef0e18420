# METADATA
# title: heartbeat.interval.ms is not below session.timeout.ms
# description: |
#   A member of a group must get heartbeats through before its session ends. A consumer of Java or kafka-python with a
#   group.id refuses to start unless heartbeat.interval.ms, 3000 by default, is below session.timeout.ms. One of librdkafka or
#   franz-go starts, and can be taken out of the group between two heartbeats. The usual cause is a session
#   timeout written in seconds. Set session.timeout.ms=45000 and heartbeat.interval.ms=3000. Without a group.id there
#   is no session, and the finding is only informational.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_heartbeat.interval.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms
# custom:
#   id: KC012
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Set session.timeout.ms=45000 and heartbeat.interval.ms=3000.
#   supersedes: [KC014]
#   versions: ["2.2", "3.7"]
#   since: "0.1.0"
package kcfglint.rules.consumer.heartbeat_not_below_session

import data.kcfglint.lib.group

report contains finding if {
	too_slow
	input.state["heartbeat.interval.ms"] in {"explicit", "inherited"}
	finding := object.union(verdict, {
		"at": "heartbeat.interval.ms",
		"message": $`heartbeat.interval.ms="{heartbeat}" is not below session.timeout.ms ({session}): {effect}; set at most a third of the session timeout`,
		"related": [{"at": "session.timeout.ms", "message": "the session that heartbeats keep alive"} |
			input.state["session.timeout.ms"] in {"explicit", "inherited"}
		],
	})
}

report contains finding if {
	too_slow
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
	not input.state["heartbeat.interval.ms"] in {"explicit", "inherited"}
	finding := object.union(verdict, {
		"at": "session.timeout.ms",
		"message": $`session.timeout.ms="{session}" is not above heartbeat.interval.ms ({heartbeat}): {effect}; the unit is milliseconds, so set 45000`,
	})
}

# Heartbeat makes a timer of it, which takes none below 0.
report contains finding if {
	input.client.name == "java"
	heartbeat < 0
	heartbeat < session
	not brokers_decide
	not group.never
	input.versions.client.version >= [2, 1]
	finding := object.union(verdict, {
		"at": "heartbeat.interval.ms",
		"message": $`heartbeat.interval.ms="{heartbeat}" is below 0: {effect}; set at most a third of the session timeout`,
	})
}

# AbstractCoordinator.
too_slow if {
	input.client.name == "java"
	heartbeat >= session
	not brokers_decide
	not group.never
}

# kafka.coordinator.heartbeat.Heartbeat, which before 2.3 took them equal.
too_slow if {
	input.client.name == "kafka-python"
	heartbeat > session
}

too_slow if {
	input.client.name == "kafka-python"
	heartbeat == session
	input.versions.client.version >= [2, 3]
}

# librdkafka does not compare them, and franz-go's check (kgo.cfg.validate) compares with years.
too_slow if {
	starts
	heartbeat >= session
	not new_protocol
	not group.missing(input.state["group.id"])
}

starts if input.client.name in {"librdkafka", "franz-go"}

heartbeat := input.values["heartbeat.interval.ms"]

session := input.values["session.timeout.ms"]

# With group.protocol=consumer the brokers keep both: KC026. Java clients before 3.7 do not know the key.
brokers_decide if {
	new_protocol
	input.versions.client.version >= [3, 7]
}

# So it is with the protocol that Streams has of its own.
brokers_decide if {
	input.owner == "streams"
	input.state["group.protocol"] == "forced"
	not classic
}

classic if input.values["group.protocol"] == "classic"

new_protocol if lower(input.values["group.protocol"]) == "consumer"

default verdict := {"severity": "error"}

verdict := {"severity": "info"} if groupless

verdict := {"severity": "warning", "confidence": "likely", "consequence": "stall"} if starts

default effect := "the consumer refuses to start"

effect := "the consumer refuses to start once it has a group.id" if groupless

effect := "the session can end between two heartbeats, and the group rebalances again and again" if starts

# Java clients before 2.2 make a coordinator without a group, too.
groupless if {
	input.client.name == "java"
	group.missing(input.state["group.id"])
	input.versions.client.version >= [2, 2]
}

groupless if {
	input.client.name == "kafka-python"
	group.missing(input.state["group.id"])
}
