# METADATA
# title: Flink has no key of this name
# description: |
#   Flink takes any key in its configuration and reads those that it knows. A name with a wrong letter, words in another order
#   or a part that is missing sets nothing, and what was meant keeps its default: checkpoints stay off, a limit does not hold.
#   Only names that resemble one of Flink's or of its operator's keys are reported; the job itself may read others.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FC025
#   severities: [warning, error]
#   confidence: likely
#   consequence: ignored
#   kinds: [flink-cluster, flink-job]
#   remediation: Write the name that is meant.
#   since: "0.2.0"
package kcfglint.rules.catalog.unknown_or_misspelt_key

report contains finding if {
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
