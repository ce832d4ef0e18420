# METADATA
# title: a setting of other consumers is forbidden for a share consumer
# description: |
#   Share consumers leave offsets, sessions and assignment to the brokers. From 4.1 on they refuse to start when a setting
#   for these is written, whatever its value: auto.offset.reset, enable.auto.commit, isolation.level, session.timeout.ms
#   and six more. Remove them, and set share.auto.offset.reset and the like on the group. Files whose name says
#   share-consumer are taken as theirs, and so are channels of SmallRye with share-group=true.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#groupconfigs
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-932%3A+Queues+for+Kafka
# custom:
#   id: KC028
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [share-consumer]
#   remediation: Remove the setting, and set its counterpart on the group.
#   versions: ["4.1"]
#   since: "0.1.0"
package kcfglint.rules.consumer.share_consumer_forbidden_keys

# ShareConsumerConfig.checkUnsupportedConfigsPreProcess.
report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [4, 1]
	some key in forbidden
	finding := {
		"at": key,
		"message": $`{key} of a share consumer: it refuses to start; remove it{instead[key]}`,
	}
}

forbidden contains "auto.offset.reset" if {
	input.settings["auto.offset.reset"]
	not removed
}

forbidden contains "enable.auto.commit" if {
	input.settings["enable.auto.commit"]
	not removed
}

forbidden contains "group.instance.id" if input.settings["group.instance.id"]

forbidden contains "isolation.level" if input.settings["isolation.level"]

forbidden contains "partition.assignment.strategy" if input.settings["partition.assignment.strategy"]

forbidden contains "interceptor.classes" if input.settings["interceptor.classes"]

forbidden contains "session.timeout.ms" if input.settings["session.timeout.ms"]

forbidden contains "heartbeat.interval.ms" if input.settings["heartbeat.interval.ms"]

forbidden contains "group.protocol" if input.settings["group.protocol"]

forbidden contains "group.remote.assignor" if input.settings["group.remote.assignor"]

# SmallRye takes auto.offset.reset and enable.auto.commit away (ReactiveKafkaShareConsumer).
removed if input.owner == "smallrye"

instead := {
	"auto.offset.reset": " and set share.auto.offset.reset on the group",
	"isolation.level": " and set share.isolation.level on the group",
	"session.timeout.ms": " and set share.session.timeout.ms on the group",
	"heartbeat.interval.ms": " and set share.heartbeat.interval.ms on the group",
	"enable.auto.commit": "", "group.instance.id": "", "partition.assignment.strategy": "", "interceptor.classes": "",
	"group.protocol": "", "group.remote.assignor": "",
}
