# METADATA
# title: cache.max.bytes.buffering is replaced by statestore.cache.max.bytes
# description: |
#   Streams 3.4 renamed the size of the record caches to statestore.cache.max.bytes. The old key still works, but where
#   both are set it has no effect and Streams only logs a warning. Use the new one.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_statestore.cache.max.bytes
# - ref: https://cwiki.apache.org/confluence/pages/viewpage.action?pageId=186878390
# custom:
#   id: KS030
#   severities: [info, warning]
#   confidence: certain
#   consequence: maintenance
#   kinds: [streams]
#   remediation: Rename cache.max.bytes.buffering to statestore.cache.max.bytes.
#   supersedes: [KM003]
#   versions: ["3.4"]
#   since: "0.2.0"
package kcfglint.rules.streams.cache_key_deprecated

report contains finding if {
	input.state["cache.max.bytes.buffering"] in {"explicit", "inherited", "unknown"}
	input.state["statestore.cache.max.bytes"] in {"absent", "default"}
	input.versions.client.version >= [3, 4]
	old := input.settings["cache.max.bytes.buffering"]
	finding := {
		"at": {"key": "cache.max.bytes.buffering", "part": "key"},
		"message": $`{old.written}: Streams 3.4 renamed it; use statestore.cache.max.bytes`,
	}
}

# StreamsConfigUtils.totalCacheSize
report contains finding if {
	input.state["cache.max.bytes.buffering"] in {"explicit", "inherited"}
	input.state["statestore.cache.max.bytes"] in {"explicit", "inherited"}
	old := input.values["cache.max.bytes.buffering"]
	new := input.values["statestore.cache.max.bytes"]
	old != new
	input.versions.client.version >= [3, 4]
	finding := {
		"at": "cache.max.bytes.buffering",
		"severity": "warning",
		"consequence": "ignored",
		"message": $`cache.max.bytes.buffering="{old}" has no effect, as statestore.cache.max.bytes="{new}" (line {line}) is set too; remove it`,
		"related": [{"at": "statestore.cache.max.bytes", "message": "what counts"}],
	}
}

line := input.settings["statestore.cache.max.bytes"].line
