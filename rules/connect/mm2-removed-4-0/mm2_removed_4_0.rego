# METADATA
# title: MirrorMaker has settings that Kafka 4.0 removed
# description: |
#   Kafka 4.0 removed the lists whose names end in blacklist: topics, groups and settings that they name are replicated
#   from then on, as MirrorMaker passes over them without a word. use.incremental.alter.configs and
#   add.source.alias.to.metrics went with them.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#mirrormakersourceconfigs_topics.exclude
# - ref: https://kafka.apache.org/40/documentation/compatibility.html
# custom:
#   id: KN033
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [mirror]
#   remediation: Write topics.exclude, groups.exclude and config.properties.exclude.
#   supersedes: [KM001, KM003]
#   versions: ["connect 4.0"]
#   since: "0.2.0"
package kcfglint.rules.connect.mm2_removed_4_0

report contains gone("topics.blacklist", "the topics that it names are replicated; rename it to topics.exclude") if {
	input.state["topics.blacklist"] in {"explicit", "inherited"}
	input.versions.connect.version >= [4, 0]
}

report contains gone("groups.blacklist", "the groups that it names are replicated; rename it to groups.exclude") if {
	input.state["groups.blacklist"] in {"explicit", "inherited"}
	input.versions.connect.version >= [4, 0]
}

report contains gone("config.properties.blacklist", "the settings that it names are replicated; rename it to config.properties.exclude") if {
	input.state["config.properties.blacklist"] in {"explicit", "inherited"}
	input.versions.connect.version >= [4, 0]
}

report contains gone("use.incremental.alter.configs", "MirrorMaker always alters incrementally; remove it") if {
	input.state["use.incremental.alter.configs"] in {"explicit", "inherited"}
	input.versions.connect.version >= [4, 0]
}

report contains gone("add.source.alias.to.metrics", "metrics always carry the alias of the source; remove it") if {
	input.state["add.source.alias.to.metrics"] in {"explicit", "inherited"}
	input.versions.connect.version >= [4, 0]
}

gone(key, why) := {
	"at": {"key": key, "part": "key"},
	"message": $`{key} has no effect since Kafka 4.0: {why}`,
}
