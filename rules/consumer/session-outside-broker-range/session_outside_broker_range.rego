# METADATA
# title: session.timeout.ms is outside of what brokers allow
# description: |
#   Brokers refuse a member of a group whose session.timeout.ms is below group.min.session.timeout.ms (6000 unless
#   changed) or above group.max.session.timeout.ms (1800000 unless changed). The consumer starts, and fails when it joins.
#   Set 45000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_group.max.session.timeout.ms
# custom:
#   id: KC015
#   severities: [warning, error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Set session.timeout.ms between 6000 and 1800000.
#   supersedes: [KC014]
#   since: "0.1.0"
package kcfglint.rules.consumer.session_outside_broker_range

import data.kcfglint.lib.group

report contains finding if {
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
	not group.missing(input.state["group.id"])
	not sessionless
	session := input.values["session.timeout.ms"]
	not known
	bound := outside(session)
	finding := {
		"at": "session.timeout.ms",
		"message": $`session.timeout.ms="{session}" is {bound}: brokers refuse the consumer when it joins its group; set 45000`,
	}
}

# GroupCoordinator refuses the member with INVALID_SESSION_TIMEOUT.
report contains finding if {
	input.state["session.timeout.ms"] in {"explicit", "inherited", "default"}
	not group.missing(input.state["group.id"])
	not sessionless
	session := input.values["session.timeout.ms"]
	some bound in bounds(session)
	finding := {
		"at": "session.timeout.ms",
		"severity": "error",
		"message": $`session.timeout.ms="{session}" is {bound.text} of the brokers: they refuse the consumer when it joins its group; set a value within their bounds`,
		"related": [{"at": bound.fact, "message": "the brokers"}],
	}
}

known if input.state["@broker.group.max.session.timeout.ms"] == "explicit"

known if input.state["@broker.group.min.session.timeout.ms"] == "explicit"

bounds(session) := {bound |
	some bound in {
		{"fact": "@broker.group.max.session.timeout.ms", "text": $`above {max_session}, the group.max.session.timeout.ms`, "out": session > max_session},
		{"fact": "@broker.group.min.session.timeout.ms", "text": $`below {min_session}, the group.min.session.timeout.ms`, "out": session < min_session},
	}
	bound.out
}

max_session := input.values["@broker.group.max.session.timeout.ms"]

min_session := input.values["@broker.group.min.session.timeout.ms"]

outside(session) := "below 6000, the default of the brokers' group.min.session.timeout.ms" if session < 6000

outside(session) := "above 1800000, the default of the brokers' group.max.session.timeout.ms" if session > 1800000

# The brokers keep the session.
sessionless if lower(input.values["group.protocol"]) == "consumer"

# A Flink source assigns its partitions itself and joins no group.
sessionless if input.owner == "flink"
