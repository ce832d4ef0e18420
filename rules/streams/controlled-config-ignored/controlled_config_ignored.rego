# METADATA
# title: Streams controls a setting and ignores what is written
# description: |
#   Streams decides some settings of its clients itself: the group, the assignor, that consumers do not commit, and
#   under exactly-once the isolation level, idempotence and transactional ids. What is written for them is replaced,
#   with a line in the log at most, so the file says something else than what runs. Remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_application.id
# - ref: https://kafka.apache.org/documentation/streams/developer-guide/config-streams.html
# custom:
#   id: KS019
#   severities: [warning, error]
#   confidence: certain
#   consequence: ignored
#   kinds: [streams]
#   remediation: Remove the setting.
#   supersedes: [KC001, KC026]
#   versions: ["4.0", "4.2"]
#   since: "0.2.0"
package kcfglint.rules.streams.controlled_config_ignored

import data.kcfglint.lib.streams

report contains finding if {
	some key, [setting, why] in ignored
	not startswith(setting.written, "spring.kafka.properties.") # for the other clients, too
	finding := {
		"at": key,
		"message": $`{key}="{setting.value}" has no effect: {why}; remove it`,
	}
}

# ConsumerConfig refuses the assignor that Streams gives its consumer; from 4.2 on Streams replaces the protocol.
report contains finding if {
	written(input.state["main.consumer.group.protocol"])
	protocol := input.settings["main.consumer.group.protocol"].value
	is(protocol, "consumer")
	input.versions.client.version >= [4, 0]
	input.versions.client.version < [4, 2]
	finding := {
		"at": "main.consumer.group.protocol",
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`main.consumer.group.protocol="{protocol}" forbids the assignor that Streams gives its consumer: Streams refuses to start; remove it, what changes the protocol is group.protocol=streams`,
	}
}

is(value, word) if lower(trim_space(value)) == word

written(state) if state in {"explicit", "inherited"}

ignored["enable.auto.commit"] := [setting, "Streams commits by itself, each commit.interval.ms"] if {
	written(input.state["enable.auto.commit"])
	setting := input.settings["enable.auto.commit"]
	is(setting.value, "true")
}

ignored["consumer.enable.auto.commit"] := [setting, "Streams commits by itself, each commit.interval.ms"] if {
	written(input.state["consumer.enable.auto.commit"])
	setting := input.settings["consumer.enable.auto.commit"]
	is(setting.value, "true")
}

ignored["main.consumer.enable.auto.commit"] := [setting, "Streams commits by itself, each commit.interval.ms"] if {
	written(input.state["main.consumer.enable.auto.commit"])
	setting := input.settings["main.consumer.enable.auto.commit"]
	is(setting.value, "true")
	input.versions.client.version >= [4, 2]
}

ignored["isolation.level"] := [setting, "under exactly-once Streams sets read_committed"] if {
	written(input.state["isolation.level"])
	setting := input.settings["isolation.level"]
	streams.exactly_once
	is(setting.value, "read_uncommitted")
}

ignored["consumer.isolation.level"] := [setting, "under exactly-once Streams sets read_committed"] if {
	written(input.state["consumer.isolation.level"])
	setting := input.settings["consumer.isolation.level"]
	streams.exactly_once
	is(setting.value, "read_uncommitted")
}

ignored["enable.idempotence"] := [setting, "under exactly-once Streams sets true"] if {
	written(input.state["enable.idempotence"])
	setting := input.settings["enable.idempotence"]
	streams.exactly_once
	is(setting.value, "false")
}

ignored["producer.enable.idempotence"] := [setting, "under exactly-once Streams sets true"] if {
	written(input.state["producer.enable.idempotence"])
	setting := input.settings["producer.enable.idempotence"]
	streams.exactly_once
	is(setting.value, "false")
}

ignored["transactional.id"] := [setting, "under exactly-once Streams makes an id for each of its producers"] if {
	written(input.state["transactional.id"])
	setting := input.settings["transactional.id"]
	streams.exactly_once
}

ignored["producer.transactional.id"] := [setting, "under exactly-once Streams makes an id for each of its producers"] if {
	written(input.state["producer.transactional.id"])
	setting := input.settings["producer.transactional.id"]
	streams.exactly_once
}

ignored["group.id"] := [setting, "the group of a Streams application is its application.id"] if {
	written(input.state["group.id"])
	setting := input.settings["group.id"]
	trim_space(setting.value) != trim_space(input.values["application.id"])
}

ignored["consumer.group.id"] := [setting, "the group of a Streams application is its application.id"] if {
	written(input.state["consumer.group.id"])
	setting := input.settings["consumer.group.id"]
	trim_space(setting.value) != trim_space(input.values["application.id"])
}

ignored["producer.client.id"] := [setting, "Streams makes the ids of its clients from client.id without a prefix"] if {
	written(input.state["producer.client.id"])
	setting := input.settings["producer.client.id"]
}

ignored["consumer.client.id"] := [setting, "Streams makes the ids of its clients from client.id without a prefix"] if {
	written(input.state["consumer.client.id"])
	setting := input.settings["consumer.client.id"]
}

ignored["partition.assignment.strategy"] := [setting, "Streams has an assignor of its own"] if {
	written(input.state["partition.assignment.strategy"])
	setting := input.settings["partition.assignment.strategy"]
}

ignored["consumer.partition.assignment.strategy"] := [setting, "Streams has an assignor of its own"] if {
	written(input.state["consumer.partition.assignment.strategy"])
	setting := input.settings["consumer.partition.assignment.strategy"]
}

ignored["producer.bootstrap.servers"] := [setting, "Streams takes bootstrap.servers without a prefix"] if {
	written(input.state["producer.bootstrap.servers"])
	setting := input.settings["producer.bootstrap.servers"]
	setting.value != input.settings["bootstrap.servers"].value
}

ignored["consumer.bootstrap.servers"] := [setting, "Streams takes bootstrap.servers without a prefix"] if {
	written(input.state["consumer.bootstrap.servers"])
	setting := input.settings["consumer.bootstrap.servers"]
	setting.value != input.settings["bootstrap.servers"].value
}

ignored["producer.key.serializer"] := [setting, "the serdes of the topology count, or default.key.serde"] if {
	written(input.state["producer.key.serializer"])
	setting := input.settings["producer.key.serializer"]
}

ignored["producer.value.serializer"] := [setting, "the serdes of the topology count, or default.value.serde"] if {
	written(input.state["producer.value.serializer"])
	setting := input.settings["producer.value.serializer"]
}

ignored["consumer.key.deserializer"] := [setting, "the serdes of the topology count, or default.key.serde"] if {
	written(input.state["consumer.key.deserializer"])
	setting := input.settings["consumer.key.deserializer"]
}

ignored["consumer.value.deserializer"] := [setting, "the serdes of the topology count, or default.value.serde"] if {
	written(input.state["consumer.value.deserializer"])
	setting := input.settings["consumer.value.deserializer"]
}

ignored["restore.consumer.auto.offset.reset"] := [setting, "Streams sets none and seeks by itself"] if {
	written(input.state["restore.consumer.auto.offset.reset"])
	setting := input.settings["restore.consumer.auto.offset.reset"]
	not is(setting.value, "none")
}

ignored["global.consumer.auto.offset.reset"] := [setting, "Streams sets none and seeks by itself"] if {
	written(input.state["global.consumer.auto.offset.reset"])
	setting := input.settings["global.consumer.auto.offset.reset"]
	not is(setting.value, "none")
}

ignored["consumer.allow.auto.create.topics"] := [setting, "Streams sets false, so that a missing topic stops the application"] if {
	written(input.state["consumer.allow.auto.create.topics"])
	setting := input.settings["consumer.allow.auto.create.topics"]
	is(setting.value, "true")
}

ignored["consumer.group.protocol"] := [setting, "Streams sets classic, and what changes its protocol is group.protocol=streams"] if {
	written(input.state["consumer.group.protocol"])
	setting := input.settings["consumer.group.protocol"]
	is(setting.value, "consumer")
	input.versions.client.version >= [4, 0]
}

ignored["main.consumer.group.protocol"] := [setting, "Streams sets classic, and what changes its protocol is group.protocol=streams"] if {
	written(input.state["main.consumer.group.protocol"])
	setting := input.settings["main.consumer.group.protocol"]
	is(setting.value, "consumer")
	input.versions.client.version >= [4, 2]
}
