# METADATA
# title: the streams protocol ignores or refuses a setting
# description: |
#   With group.protocol=streams (4.1 and newer) the brokers assign the tasks. Standby replicas are a setting of the
#   group then, warm-up replicas are not there yet, and both are ignored in the application with no more than a log
#   message: it runs without standbys. Static membership is refused. Set streams.num.standby.replicas for the group
#   with kafka-configs, remove group.instance.id, or stay with group.protocol=classic.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_group.protocol
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1071%3A+Streams+Rebalance+Protocol
# custom:
#   id: KS009
#   severities: [warning, error]
#   confidence: certain
#   consequence: stall
#   kinds: [streams]
#   remediation: Set streams.num.standby.replicas for the group, and remove group.instance.id.
#   versions: ["4.1"]
#   since: "0.2.0"
package kcfglint.rules.streams.streams_protocol_ignores_keys

# StreamsConfig.verifyStreamsProtocolCompatibility
report contains finding if {
	input.values["group.protocol"] == "streams"
	input.versions.client.version >= [4, 1]
	some key, setting in identified
	finding := {
		"at": key,
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`{key}="{setting.value}": group.protocol="streams" (line {line}) has no static membership and Streams refuses to start; remove it`,
		"related": related,
	}
}

report contains finding if {
	input.values["group.protocol"] == "streams"
	input.versions.client.version >= [4, 1]
	input.values["num.standby.replicas"] > 0
	input.state["num.standby.replicas"] in {"explicit", "inherited"}
	finding := {
		"at": "num.standby.replicas",
		"message": $`num.standby.replicas="{input.values["num.standby.replicas"]}" is ignored with group.protocol="streams" (line {line}), so the application has no standbys; set streams.num.standby.replicas for the group`,
		"related": related,
	}
}

identified["group.instance.id"] := input.settings["group.instance.id"] if {
	input.state["group.instance.id"] in {"explicit", "inherited"}
}

identified["consumer.group.instance.id"] := input.settings["consumer.group.instance.id"] if {
	input.state["consumer.group.instance.id"] in {"explicit", "inherited"}
}

identified["main.consumer.group.instance.id"] := input.settings["main.consumer.group.instance.id"] if {
	input.state["main.consumer.group.instance.id"] in {"explicit", "inherited"}
}

line := input.settings["group.protocol"].line

related := [{"at": "group.protocol", "message": "the protocol is chosen here"}]
