# METADATA
# title: Flink has no key of this name
# description: |
#   Flink takes any key in its configuration and reads those that it knows. A name with a wrong letter, words in another order
#   or a part that is missing sets nothing, and what was meant keeps its default: checkpoints stay off, a limit does not hold.
#   Only names that resemble one of Flink's or of its operator's keys are reported; the job itself may read others.
#   In a pipeline of Flink CDC the connectors refuse what they do not know from 3.2 on, and pass over it before; those for MaxCompute and
#   OceanBase always do, and so does the block pipeline. If the release of Flink CDC is known, a name need not resemble any.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/pipeline-connectors/overview/
# - ref: https://github.com/apache/flink-cdc/blob/master/flink-cdc-common/src/main/java/org/apache/flink/cdc/common/factories/FactoryHelper.java
# custom:
#   id: FC025
#   severities: [warning, error]
#   confidence: likely
#   consequence: ignored
#   kinds: [flink-cluster, flink-job, flink-cdc-pipeline]
#   remediation: Write the name that is meant.
#   supersedes: [FS025]
#   since: "0.2.0"
package kcfglint.rules.catalog.unknown_or_misspelt_key

report contains finding if {
	input.kind != "flink-cdc-pipeline"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	finding := object.union(
		{
			"at": {"key": key, "part": "key"},
			"message": sprintf("%s is no key of Flink's: it is ignored, and what it is meant for keeps its default; did you mean %s", [setting.written, issue.suggestion]),
		},
		level(issue.suggestion),
	)
}

level(key) := {"severity": "error", "consequence": "loss"} if safety(key)

level(key) := {} if not safety(key)

# Without these a failure loses records or the state.
safety(key) if regex.match(`^(?:execution\.(?:checkpointing\.(?:interval|mode|dir|storage|externalized-checkpoint-retention|savepoint-dir)|state-recovery|savepoint)|state\.(?:checkpoints\.dir|savepoints\.dir|backend|checkpoint-storage)$|restart-strategy|high-availability)`, key)

# FactoryHelper.validateUnconsumedKeys
report contains finding if {
	input.kind == "flink-cdc-pipeline"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	finding := unread(key, setting, issue)
}

report contains finding if {
	input.kind == "flink-cdc-pipeline"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unsupported"
	finding := unread(key, setting, issue)
}

unread(key, setting, issue) := object.union(
	{
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} is no option {place(key, setting)}: {consequence(issue)}; {mend(issue)}`,
	},
	effect(issue),
)

place(key, _) := "of Kafka's producer" if producers(key)

place(key, setting) := "of a pipeline" if {
	not producers(key)
	key == setting.written
}

place(key, setting) := $`of {part} "{connector}"` if {
	not producers(key)
	key != setting.written
	part := split(key, ".")[0]
	connector := input.settings[concat(".", [part, "type"])].value
}

consequence(issue) := "it is passed over, and what it is meant for keeps its default" if not issue.refused

consequence(issue) := "Flink CDC does not start with it" if {
	issue.refused
	not issue.since
}

consequence(issue) := $`Flink CDC does not start with it from {issue.since} on, and passes over it before` if {
	issue.refused
	issue.since
}

effect(issue) := {} if not issue.refused

effect(issue) := {"severity": "error", "confidence": "certain", "consequence": "startup-failure"} if {
	issue.refused
	not issue.since
}

effect(issue) := {"severity": "error", "consequence": "startup-failure"} if {
	issue.refused
	issue.since
}

producers(key) if {
	startswith(key, "sink.properties.")
	input.settings["sink.type"].value == "kafka"
}

mend(issue) := $`did you mean {issue.suggestion}` if issue.suggestion

mend(issue) := "remove it" if not issue.suggestion
