# METADATA
# title: the topics in which Connect keeps its state get in each other's way
# description: |
#   Configurations, offsets and states each need a topic of their own, because each is read as a table: in a shared
#   topic the worker stumbles over records of another kind. The topic of configurations has exactly one partition and
#   all three are compacted, whatever is written: Connect passes over other settings with a warning.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_config.storage.topic
# - ref: https://kafka.apache.org/documentation/#connectconfigs_offset.storage.topic
# - ref: https://kafka.apache.org/documentation/#connectconfigs_status.storage.topic
# custom:
#   id: KN011
#   severities: [error, warning]
#   confidence: certain
#   consequence: stall
#   kinds: [connect-worker]
#   remediation: Give configurations, offsets and states a topic each, and remove partitions and cleanup.policy.
#   supersedes: [KM001]
#   since: "0.2.0"
package kcfglint.rules.connect.internal_topic_conflict

report contains shared("offset.storage.topic", offsets, "config.storage.topic", line) if {
	offsets == configs
	line := input.settings["config.storage.topic"].line
}

report contains shared("status.storage.topic", states, "config.storage.topic", line) if {
	states == configs
	line := input.settings["config.storage.topic"].line
}

report contains shared("status.storage.topic", states, "offset.storage.topic", line) if {
	states == offsets
	offsets != configs
	line := input.settings["offset.storage.topic"].line
}

# KafkaConfigBackingStore.start refuses the topic with more; DistributedConfig.topicSettings drops the setting.
report contains ignored("config.storage.partitions", partitions, "the topic of configurations has one partition") if {
	input.state["config.storage.partitions"] in {"explicit", "inherited"}
	partitions := trim_space(input.settings["config.storage.partitions"].value)
	partitions != "1"
}

report contains ignored("config.storage.cleanup.policy", policy, compacted) if {
	input.state["config.storage.cleanup.policy"] in {"explicit", "inherited"}
	policy := trim_space(input.settings["config.storage.cleanup.policy"].value)
	policy != "compact"
}

report contains ignored("offset.storage.cleanup.policy", policy, compacted) if {
	input.state["offset.storage.cleanup.policy"] in {"explicit", "inherited"}
	policy := trim_space(input.settings["offset.storage.cleanup.policy"].value)
	policy != "compact"
}

report contains ignored("status.storage.cleanup.policy", policy, compacted) if {
	input.state["status.storage.cleanup.policy"] in {"explicit", "inherited"}
	policy := trim_space(input.settings["status.storage.cleanup.policy"].value)
	policy != "compact"
}

configs := name if {
	name := trim_space(input.values["config.storage.topic"])
	name != ""
}

offsets := name if {
	name := trim_space(input.values["offset.storage.topic"])
	name != ""
}

states := name if {
	name := trim_space(input.values["status.storage.topic"])
	name != ""
}

compacted := "Connect creates the topic compacted"

shared(key, name, other, line) := {
	"at": key,
	"message": $`{key}="{name}" is also {other} (line {line}): the worker reads records of the other kind from it and stumbles; give each a topic of its own`,
	"related": [{"at": other, "message": "the same topic"}],
}

ignored(key, value, why) := {
	"at": key,
	"severity": "warning",
	"consequence": "ignored",
	"message": $`{key}="{value}" has no effect: {why}; remove it`,
}
