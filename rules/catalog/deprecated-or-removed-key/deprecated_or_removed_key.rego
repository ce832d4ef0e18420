# METADATA
# title: a key of another release of Flink
# description: |
#   The release that runs here no longer has the key, or does not have it yet: it is ignored without a word, and a limit or a
#   directory that was there before the upgrade is gone. Flink 2.0 removed many keys that 1.x had deprecated. A deprecated one
#   still works; its successor does for longer. Which release runs is taken from the file, the command line or a build file.
#   From 3.2 on most connectors of Flink CDC refuse an option that they do not have, and the pipeline does not start.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-2.0/
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/pipeline-connectors/overview/
# custom:
#   id: FC026
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: ignored
#   kinds: [flink-cluster, flink-job, flink-cdc-pipeline]
#   remediation: Write the successor, or remove the key.
#   since: "0.2.0"
package kcfglint.rules.catalog.deprecated_or_removed_key

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "removed"
	finding := object.union(effect(issue), {
		"at": {"key": key, "part": "key"},
		"message": sprintf("%s is gone%s: %s; %s", [setting.written, since(issue), consequence(key, issue), mend(issue)]),
	})
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "not-yet"
	finding := object.union(effect(issue), {
		"at": {"key": key, "part": "key"},
		"message": sprintf("%s comes with %s %s, which is newer than what runs here: %s; upgrade, or remove it", [setting.written, software(key), issue.since, consequence(key, issue)]),
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
		"message": sprintf("%s is deprecated; %s", [setting.written, mend(issue)]),
	}
}

since(issue) := sprintf(" since %s", [issue.since]) if issue.since

since(issue) := "" if not issue.since

mend(issue) := sprintf("write %s", [issue.successor]) if issue.successor

mend(issue) := "remove it" if not issue.successor

software(key) := "Kafka" if producers(key)

software(key) := "Flink CDC" if {
	input.kind == "flink-cdc-pipeline"
	not producers(key)
}

software(_) := "Flink" if input.kind != "flink-cdc-pipeline"

consequence(key, issue) := sprintf("%s ignores it", [software(key)]) if not issue.refused

consequence(key, issue) := sprintf("%s does not start with it", [software(key)]) if issue.refused

# What the Kafka sink of a pipeline hands on to its producer.
producers(key) if {
	input.kind == "flink-cdc-pipeline"
	startswith(key, "sink.properties.")
	input.settings["sink.type"].value == "kafka"
}

effect(issue) := {} if not issue.refused

effect(issue) := {"severity": "error", "consequence": "startup-failure"} if issue.refused
