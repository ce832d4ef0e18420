# METADATA
# title: group.protocol=consumer forbids the settings of the classic protocol
# description: |
#   Under the consumer protocol the brokers decide on sessions, heartbeats and assignment. Java clients from 4.0 on and
#   librdkafka from 2.10 on refuse to start when session.timeout.ms, heartbeat.interval.ms or
#   partition.assignment.strategy is written beside it; the clients before took them and ignored them. Remove them, and set
#   consumer.session.timeout.ms and consumer.heartbeat.interval.ms on the group, and group.remote.assignor on the client.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.protocol
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-848%3A+The+Next+Generation+of+the+Consumer+Rebalance+Protocol
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CHANGELOG.md
# custom:
#   id: KC026
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer, share-consumer]
#   remediation: Remove the setting, and set consumer.session.timeout.ms and consumer.heartbeat.interval.ms on the group instead.
#   versions: ["3.7", "4.0", "4.1", "4.2", "2.4", "2.10"]
#   since: "0.1.0"
package kcfglint.rules.consumer.new_protocol_forbidden_keys

report contains finding if {
	lower(input.values["group.protocol"]) == "consumer"
	some key in forbidden
	refused
	finding := {
		"at": key,
		"severity": "error",
		"message": $`{key} beside group.protocol="{protocol.value}" (line {protocol.line}): the consumer refuses to start; remove it{instead[key]}`,
		"related": related,
	}
}

report contains finding if {
	lower(input.values["group.protocol"]) == "consumer"
	some key in forbidden
	ignored
	finding := {
		"at": key,
		"severity": "warning",
		"consequence": "ignored",
		"message": $`{key} beside group.protocol="{protocol.value}" (line {protocol.line}): this client ignores it and later ones refuse to start; remove it{instead[key]}`,
		"related": related,
	}
}

forbidden contains "session.timeout.ms" if input.settings["session.timeout.ms"]

forbidden contains "heartbeat.interval.ms" if input.settings["heartbeat.interval.ms"]

forbidden contains "partition.assignment.strategy" if {
	input.settings["partition.assignment.strategy"].value != ""
	input.state["partition.assignment.strategy"] != "forced"
}

# An empty list is written, too.
forbidden contains "partition.assignment.strategy" if {
	input.client.name == "librdkafka"
	input.settings["partition.assignment.strategy"]
}

forbidden contains "group.protocol.type" if {
	input.client.name == "librdkafka"
	input.settings["group.protocol.type"]
}

forbidden contains "share.acknowledgement.mode" if {
	input.client.name == "java"
	input.versions.client.version >= [4, 1]
	input.settings["share.acknowledgement.mode"]
}

forbidden contains "share.acquire.mode" if {
	input.client.name == "java"
	input.versions.client.version >= [4, 2]
	input.settings["share.acquire.mode"]
}

instead := {
	"session.timeout.ms": " and set consumer.session.timeout.ms on the group",
	"heartbeat.interval.ms": " and set consumer.heartbeat.interval.ms on the group",
	"partition.assignment.strategy": " and use group.remote.assignor",
	"group.protocol.type": "",
	"share.acknowledgement.mode": "",
	"share.acquire.mode": "",
}

refused if {
	input.client.name == "java"
	input.versions.client.version >= [4, 0]
	not shared
}

refused if {
	input.client.name == "librdkafka"
	input.versions.client.version >= [2, 10]
}

ignored if {
	input.client.name == "java"
	input.versions.client.version >= [3, 7]
	input.versions.client.version < [4, 0]
}

ignored if {
	input.client.name == "librdkafka"
	input.versions.client.version >= [2, 4]
	input.versions.client.version < [2, 10]
}

# Share consumers of 4.0 check what other consumers do, later ones have checks of their own: KC028.
shared if {
	input.kind == "share-consumer"
	input.versions.client.version >= [4, 1]
}

protocol := input.settings["group.protocol"]

related := [{"at": "group.protocol", "message": "the consumer protocol is chosen here"}]
