# METADATA
# title: a default of groups is outside of its own bounds
# description: |
#   Groups of the consumer protocol, share groups and Streams groups get their session timeout and heartbeat interval
#   from the broker, which has a default, a minimum and a maximum for each. A default outside of its bounds, or since
#   4.0 an interval that is not below the session, is refused when the broker starts, and so is a list of rebalance
#   protocols without classic. The bounds of the classic protocol are not compared.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_group.consumer.session.timeout.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_group.coordinator.rebalance.protocols
# custom:
#   id: KB029
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Bring the default within its bounds, or widen them.
#   versions: ["broker 4.0", "broker 4.1"]
#   since: "0.2.0"
package kcfglint.rules.broker.group_bounds

# GroupCoordinatorConfig: each default within its bounds
report contains out_of_bounds(pair) if {
	some pair in pairs
	pair.low.value > pair.high.value
}

# and, since 4.0, heartbeats below the session.
report contains finding if {
	input.versions.broker.version >= [4, 0]
	some pair in sessions
	pair.low.value >= pair.high.value
	finding := {
		"at": place(pair),
		"message": $`{pair.low.key} ({pair.low.value}) is not below {pair.high.key} ({pair.high.value}): the broker refuses to start; lower the interval`,
	}
}

# ConfigException of KafkaConfig
report contains finding if {
	input.state["group.coordinator.rebalance.protocols"] in {"explicit", "inherited"}
	protocols := {lower(trim_space(name)) | some name in split(input.values["group.coordinator.rebalance.protocols"], ",")}
	not "classic" in protocols
	finding := {
		"at": "group.coordinator.rebalance.protocols",
		"message": $`group.coordinator.rebalance.protocols="{input.values["group.coordinator.rebalance.protocols"]}" leaves classic out, which cannot be: the broker refuses to start; add it`,
	}
}

pairs contains {"low": {"key": "group.consumer.min.session.timeout.ms", "value": input.values["group.consumer.min.session.timeout.ms"], "origin": input.state["group.consumer.min.session.timeout.ms"]}, "high": {"key": "group.consumer.session.timeout.ms", "value": input.values["group.consumer.session.timeout.ms"], "origin": input.state["group.consumer.session.timeout.ms"]}}

pairs contains {"low": {"key": "group.consumer.session.timeout.ms", "value": input.values["group.consumer.session.timeout.ms"], "origin": input.state["group.consumer.session.timeout.ms"]}, "high": {"key": "group.consumer.max.session.timeout.ms", "value": input.values["group.consumer.max.session.timeout.ms"], "origin": input.state["group.consumer.max.session.timeout.ms"]}}

pairs contains {"low": {"key": "group.consumer.min.heartbeat.interval.ms", "value": input.values["group.consumer.min.heartbeat.interval.ms"], "origin": input.state["group.consumer.min.heartbeat.interval.ms"]}, "high": {"key": "group.consumer.heartbeat.interval.ms", "value": input.values["group.consumer.heartbeat.interval.ms"], "origin": input.state["group.consumer.heartbeat.interval.ms"]}}

pairs contains {"low": {"key": "group.consumer.heartbeat.interval.ms", "value": input.values["group.consumer.heartbeat.interval.ms"], "origin": input.state["group.consumer.heartbeat.interval.ms"]}, "high": {"key": "group.consumer.max.heartbeat.interval.ms", "value": input.values["group.consumer.max.heartbeat.interval.ms"], "origin": input.state["group.consumer.max.heartbeat.interval.ms"]}}

pairs contains {"low": {"key": "group.share.min.session.timeout.ms", "value": input.values["group.share.min.session.timeout.ms"], "origin": input.state["group.share.min.session.timeout.ms"]}, "high": {"key": "group.share.session.timeout.ms", "value": input.values["group.share.session.timeout.ms"], "origin": input.state["group.share.session.timeout.ms"]}}

pairs contains {"low": {"key": "group.share.session.timeout.ms", "value": input.values["group.share.session.timeout.ms"], "origin": input.state["group.share.session.timeout.ms"]}, "high": {"key": "group.share.max.session.timeout.ms", "value": input.values["group.share.max.session.timeout.ms"], "origin": input.state["group.share.max.session.timeout.ms"]}}

pairs contains {"low": {"key": "group.share.min.heartbeat.interval.ms", "value": input.values["group.share.min.heartbeat.interval.ms"], "origin": input.state["group.share.min.heartbeat.interval.ms"]}, "high": {"key": "group.share.heartbeat.interval.ms", "value": input.values["group.share.heartbeat.interval.ms"], "origin": input.state["group.share.heartbeat.interval.ms"]}}

pairs contains {"low": {"key": "group.share.heartbeat.interval.ms", "value": input.values["group.share.heartbeat.interval.ms"], "origin": input.state["group.share.heartbeat.interval.ms"]}, "high": {"key": "group.share.max.heartbeat.interval.ms", "value": input.values["group.share.max.heartbeat.interval.ms"], "origin": input.state["group.share.max.heartbeat.interval.ms"]}}

pairs contains {"low": {"key": "group.streams.min.session.timeout.ms", "value": input.values["group.streams.min.session.timeout.ms"], "origin": input.state["group.streams.min.session.timeout.ms"]}, "high": {"key": "group.streams.session.timeout.ms", "value": input.values["group.streams.session.timeout.ms"], "origin": input.state["group.streams.session.timeout.ms"]}} if input.versions.broker.version >= [4, 1]

pairs contains {"low": {"key": "group.streams.session.timeout.ms", "value": input.values["group.streams.session.timeout.ms"], "origin": input.state["group.streams.session.timeout.ms"]}, "high": {"key": "group.streams.max.session.timeout.ms", "value": input.values["group.streams.max.session.timeout.ms"], "origin": input.state["group.streams.max.session.timeout.ms"]}} if input.versions.broker.version >= [4, 1]

pairs contains {"low": {"key": "group.streams.min.heartbeat.interval.ms", "value": input.values["group.streams.min.heartbeat.interval.ms"], "origin": input.state["group.streams.min.heartbeat.interval.ms"]}, "high": {"key": "group.streams.heartbeat.interval.ms", "value": input.values["group.streams.heartbeat.interval.ms"], "origin": input.state["group.streams.heartbeat.interval.ms"]}} if input.versions.broker.version >= [4, 1]

pairs contains {"low": {"key": "group.streams.heartbeat.interval.ms", "value": input.values["group.streams.heartbeat.interval.ms"], "origin": input.state["group.streams.heartbeat.interval.ms"]}, "high": {"key": "group.streams.max.heartbeat.interval.ms", "value": input.values["group.streams.max.heartbeat.interval.ms"], "origin": input.state["group.streams.max.heartbeat.interval.ms"]}} if input.versions.broker.version >= [4, 1]

sessions contains {"low": {"key": "group.consumer.heartbeat.interval.ms", "value": input.values["group.consumer.heartbeat.interval.ms"], "origin": input.state["group.consumer.heartbeat.interval.ms"]}, "high": {"key": "group.consumer.session.timeout.ms", "value": input.values["group.consumer.session.timeout.ms"], "origin": input.state["group.consumer.session.timeout.ms"]}}

sessions contains {"low": {"key": "group.share.heartbeat.interval.ms", "value": input.values["group.share.heartbeat.interval.ms"], "origin": input.state["group.share.heartbeat.interval.ms"]}, "high": {"key": "group.share.session.timeout.ms", "value": input.values["group.share.session.timeout.ms"], "origin": input.state["group.share.session.timeout.ms"]}}

out_of_bounds(pair) := {
	"at": place(pair),
	"message": $`{pair.low.key} ({pair.low.value}) is above {pair.high.key} ({pair.high.value}): the broker refuses to start; bring the default within its bounds`,
}

# The one of the two that is written; the first, if both are.
place(pair) := pair.low.key if pair.low.origin in {"explicit", "inherited"}

place(pair) := pair.high.key if {
	pair.low.origin == "default"
	pair.high.origin in {"explicit", "inherited"}
}
