# METADATA
# title: an exception handler is set by its old name
# description: |
#   Kafka 4.0 renamed default.deserialization.exception.handler and default.production.exception.handler: the names lose
#   their "default.". The old ones still work, but where both are set the old one has no effect and Streams only logs a
#   warning, so records may be dropped, or stop the application, against what it says.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_deserialization.exception.handler
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1056%3A+Remove+%60default.%60+prefix+for+exception+handler+StreamsConfig
# custom:
#   id: KS014
#   severities: [info, warning]
#   confidence: certain
#   consequence: maintenance
#   kinds: [streams]
#   remediation: Rename the key, and remove the old one.
#   supersedes: [KM003]
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.handler_key_renamed

report contains renamed("default.deserialization.exception.handler", "deserialization.exception.handler") if {
	input.state["default.deserialization.exception.handler"] in {"explicit", "inherited", "unknown"}
	input.state["deserialization.exception.handler"] in {"absent", "default"}
	input.versions.client.version >= [4, 0]
}

report contains renamed("default.production.exception.handler", "production.exception.handler") if {
	input.state["default.production.exception.handler"] in {"explicit", "inherited", "unknown"}
	input.state["production.exception.handler"] in {"absent", "default"}
	input.versions.client.version >= [4, 0]
}

report contains ignored("default.deserialization.exception.handler", old, "deserialization.exception.handler", line) if {
	input.state["default.deserialization.exception.handler"] in {"explicit", "inherited"}
	input.state["deserialization.exception.handler"] in {"explicit", "inherited"}
	old := input.values["default.deserialization.exception.handler"]
	old != input.values["deserialization.exception.handler"]
	input.versions.client.version >= [4, 0]
	line := input.settings["deserialization.exception.handler"].line
}

report contains ignored("default.production.exception.handler", old, "production.exception.handler", line) if {
	input.state["default.production.exception.handler"] in {"explicit", "inherited"}
	input.state["production.exception.handler"] in {"explicit", "inherited"}
	old := input.values["default.production.exception.handler"]
	old != input.values["production.exception.handler"]
	input.versions.client.version >= [4, 0]
	line := input.settings["production.exception.handler"].line
}

renamed(old, new) := {
	"at": {"key": old, "part": "key"},
	"message": $`{old}: Kafka 4.0 renamed it; use {new}`,
}

# StreamsConfig.deserializationExceptionHandler
ignored(old, class, new, line) := {
	"at": old,
	"severity": "warning",
	"consequence": "ignored",
	"message": $`{old}="{class}" has no effect, as {new} (line {line}) is set too; remove it`,
	"related": [{"at": new, "message": "what counts"}],
}
