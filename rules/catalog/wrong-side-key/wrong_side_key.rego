# METADATA
# title: a key of another kind of client
# description: |
#   The key exists, but what reads it here has no use for it: acks in a consumer, auto.offset.reset in a producer,
#   min.insync.replicas in a producer, which is a setting of topics and brokers. A line in the log says so at most, and what was
#   meant to be safe is not. Keys that several clients get from one place are left alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# custom:
#   id: KM002
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [producer, consumer, share-consumer, streams, connect-worker]
#   remediation: Move the key to what has it, or remove it.
#   since: "0.2.0"
package kcfglint.rules.catalog.wrong_side_key

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "wrong-role"
	finding := {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} is a setting of {issue.role} and has no effect here; {mend(issue)}`,
	}
}

mend(issue) := $`write {name}` if name := issue.suggestion

mend(issue) := "move it there, or remove it" if not issue.suggestion
