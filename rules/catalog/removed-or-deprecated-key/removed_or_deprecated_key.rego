# METADATA
# title: a key that the version does not have, or not for long
# description: |
#   The release that runs here no longer has the key, or does not have it yet: the setting has no effect, and librdkafka refuses
#   to start with it. A deprecated key still works; its successor says the same for longer. Which release runs is taken from the
#   file, the command line or a build file.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-2.0/
# custom:
#   id: KM003
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: ignored
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker, flink-table]
#   remediation: Write the successor, or remove the key.
#   since: "0.2.0"
package kcfglint.rules.catalog.removed_or_deprecated_key

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "removed"
	finding := object.union(effect(issue), {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} is gone{since(issue)}: {what(issue)}; {mend(issue)}`,
	})
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "not-yet"
	finding := object.union(effect(issue), {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} comes with {issue.since}, which is newer than what runs here: {what(issue)}; upgrade, or remove it`,
	})
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "deprecated"
	finding := {
		"at": {"key": key, "part": "key"},
		"severity": "info",
		"consequence": "maintenance",
		"message": $`{setting.written} is deprecated; {mend(issue)}`,
	}
}

effect(issue) := {} if not issue.refused

effect(issue) := {"severity": "error", "consequence": "startup-failure"} if issue.refused

what(issue) := "it has no effect" if not issue.refused

what(issue) := "the client refuses to start with it" if issue.refused

since(issue) := $` since {issue.since}` if issue.since

since(issue) := "" if not issue.since

mend(issue) := $`write {name}` if {
	name := issue.successor
	not written(name)
}

mend(issue) := $`remove it, as {setting.written} (line {setting.line}) is set` if {
	written(issue.successor)
	setting := input.settings[issue.successor]
}

mend(issue) := "remove it" if not issue.successor

# What an image decides has no line.
written(key) if {
	input.settings[key].from_default == false
	input.settings[key].line > 0
}
