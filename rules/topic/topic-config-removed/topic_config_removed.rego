# METADATA
# title: a setting of topics that brokers no longer take
# description: |
#   Kafka 4.0 removed message.format.version, message.downconversion.enable and message.timestamp.difference.max.ms. A
#   broker refuses to create or alter a topic with a setting that it does not know. Remove the first two;
#   message.timestamp.before.max.ms and message.timestamp.after.max.ms replace the third.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade_servers
# - ref: https://kafka.apache.org/documentation/#topicconfigs_message.timestamp.before.max.ms
# custom:
#   id: KT020
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic]
#   remediation: Remove the setting.
#   versions: ["broker 4.0"]
#   supersedes: [KM003]
#   since: "0.2.0"
package kcfglint.rules.topic.topic_config_removed

# LogConfig.validateNames
report contains refused("message.format.version", "remove it") if {
	input.state["message.format.version"] in {"explicit", "inherited", "invalid", "unknown"}
	input.settings["message.format.version"]
	input.versions.broker.version >= [4, 0]
}

report contains refused("message.downconversion.enable", "remove it") if {
	input.state["message.downconversion.enable"] in {"explicit", "inherited", "invalid", "unknown"}
	input.settings["message.downconversion.enable"]
	input.versions.broker.version >= [4, 0]
}

report contains refused("message.timestamp.difference.max.ms", "use message.timestamp.before.max.ms and message.timestamp.after.max.ms") if {
	input.state["message.timestamp.difference.max.ms"] in {"explicit", "inherited", "invalid", "unknown"}
	input.settings["message.timestamp.difference.max.ms"]
	input.versions.broker.version >= [4, 0]
}

refused(key, mend) := {
	"at": {"key": key, "part": "key"},
	"message": $`{key} is gone since 4.0, and a broker refuses a topic with a setting that it does not know; {mend}`,
}
