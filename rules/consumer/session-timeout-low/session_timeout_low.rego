# METADATA
# title: a pause or a restart outlasts the session
# description: |
#   A member whose heartbeats stay out for session.timeout.ms is taken out of the group and its partitions move. A
#   garbage collection, a busy node or a rolling restart of the brokers can take longer than a session below 10 s, and
#   then the whole group stops to rebalance. Brokers do not even admit a member with less than their
#   group.min.session.timeout.ms, by default 6 s. Java clients before 3.0 and other clients have 10 s by default. Set
#   session.timeout.ms=45000 and heartbeat.interval.ms=3000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-735%3A+Increase+default+consumer+session+timeout
# custom:
#   id: KC014
#   severities: [warning, info]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set session.timeout.ms=45000 and heartbeat.interval.ms=3000.
#   versions: ["3.0"]
#   since: "0.1.0"
package kcfglint.rules.consumer.session_timeout_low

import data.kcfglint.lib.group

report contains finding if {
	session := input.values["session.timeout.ms"]
	session < 10000
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
	not group.missing(input.state["group.id"])
	not sessionless
	finding := {
		"at": "session.timeout.ms",
		"severity": "warning",
		"message": $`session.timeout.ms="{session}": {effect(session)}; set 45000`,
	}
}

report contains finding if {
	session := input.values["session.timeout.ms"]
	session <= 10000
	input.state["session.timeout.ms"] == "default"
	input.settings["group.id"]
	not sessionless
	finding := {
		"at": "session.timeout.ms",
		"severity": "info",
		"message": $`session.timeout.ms is not set and defaults to {session} here: a garbage collection or a broker restart can take longer; set 45000`,
	}
}

effect(session) := "a garbage collection or a broker restart can take longer, and the whole group then stops to rebalance" if {
	session >= 6000
}

effect(session) := "a garbage collection or a broker restart takes longer and stops the whole group, and brokers whose group.min.session.timeout.ms is left at 6000 refuse the consumer" if {
	session < 6000
}

# The brokers keep the session.
sessionless if lower(input.values["group.protocol"]) == "consumer"

# A Flink source assigns its partitions itself and joins no group.
sessionless if input.owner == "flink"
