# METADATA
# title: settings of tiered storage contradict each other
# description: |
#   A topic with remote.storage.enable=true must be deleted, not compacted; keep at most as long locally as it keeps
#   at all; and name an end for what is kept locally if there is one for the whole. With remote.log.copy.disable=true
#   nothing more goes to the remote storage, so both retentions must be the same. The broker refuses to create or
#   alter a topic otherwise.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#tiered_storage
# - ref: https://kafka.apache.org/documentation/#topicconfigs_remote.storage.enable
# custom:
#   id: KT018
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic]
#   remediation: Keep local.retention.ms and .bytes within retention.ms and .bytes, and use cleanup.policy=delete.
#   versions: ["broker 3.9"]
#   since: "0.2.0"
package kcfglint.rules.topic.tiered_constraints

# LogConfig.validateRemoteStorageRequiresDeleteCleanupPolicy
report contains finding if {
	tiered
	contains(input.values["cleanup.policy"], "compact")
	finding := {
		"at": "cleanup.policy",
		"message": $`cleanup.policy="{input.values["cleanup.policy"]}" with remote.storage.enable="true" (line {input.settings["remote.storage.enable"].line}): compacted topics cannot be tiered, and the broker refuses the topic; set delete`,
		"related": [{"at": "remote.storage.enable", "message": "tiered storage"}],
	}
}

# LogConfig.validateRemoteStorageRetentionTime: -2 is the retention of the topic.
report contains beyond("local.retention.ms", local_time, "retention.ms", whole_time) if {
	tiered
	input.state["retention.ms"] in {"explicit", "inherited"}
	input.state["local.retention.ms"] in {"explicit", "inherited"}
	exceeds(local_time, whole_time)
}

# LogConfig.validateRemoteStorageRetentionSize
report contains beyond("local.retention.bytes", local_size, "retention.bytes", whole_size) if {
	tiered
	input.state["retention.bytes"] in {"explicit", "inherited"}
	input.state["local.retention.bytes"] in {"explicit", "inherited"}
	exceeds(local_size, whole_size)
}

# LogConfig.validateRetentionConfigsWhenRemoteCopyDisabled
report contains finding if {
	stopped
	input.state["local.retention.ms"] in {"explicit", "inherited"}
	input.state["retention.ms"] in {"explicit", "inherited"}
	not local_time in {-2, whole_time}
	finding := differ("local.retention.ms", local_time, "retention.ms", whole_time)
}

report contains finding if {
	stopped
	input.state["local.retention.bytes"] in {"explicit", "inherited"}
	input.state["retention.bytes"] in {"explicit", "inherited"}
	not local_size in {-2, whole_size}
	finding := differ("local.retention.bytes", local_size, "retention.bytes", whole_size)
}

tiered if {
	input.values["remote.storage.enable"] == true
	input.state["remote.storage.enable"] in {"explicit", "inherited"}
}

stopped if {
	tiered
	input.values["remote.log.copy.disable"] == true
	input.versions.broker.version >= [3, 9]
}

whole_time := input.values["retention.ms"]

whole_size := input.values["retention.bytes"]

local_time := input.values["local.retention.ms"]

local_size := input.values["local.retention.bytes"]

exceeds(part, whole) if {
	whole >= 0
	part > whole
}

exceeds(-1, whole) if whole >= 0

beyond(key, part, whole_key, whole) := {
	"at": key,
	"message": $`{key}="{part}" is more than {whole_key}="{whole}": with tiered storage the broker refuses the topic; set at most {whole}`,
	"related": [{"at": whole_key, "message": "what is kept in all"}],
}

differ(key, part, whole_key, whole) := {
	"at": key,
	"message": $`{key}="{part}" differs from {whole_key}="{whole}" though remote.log.copy.disable is true: the broker refuses the topic; set -2`,
	"related": [{"at": whole_key, "message": "what is kept in all"}],
} if {
	not exceeds(part, whole)
}
