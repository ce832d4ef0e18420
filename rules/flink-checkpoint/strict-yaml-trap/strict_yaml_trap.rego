# METADATA
# title: a key stands twice in config.yaml, flat and nested
# description: |
#   Flink joins the levels of config.yaml with dots after the file is read. The same name twice in one mapping keeps it from
#   starting, but a flat key beside a nested one that joins to the same name is accepted, and the one that stands last counts
#   without a word. Whoever changes the other one changes nothing. Write each key once.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#flink-configuration-file
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-1.19/
# custom:
#   id: FC024
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [flink-cluster]
#   remediation: Write the key once.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.strict_yaml_trap

# YamlParserUtils and GlobalConfiguration.flatten. The facts hold the key, so this rule goes over all settings.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.twice.")
	key := trim_prefix(fact, "@conf.twice.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s has no effect: the same key%s stands in another form further down in this file, and the last one counts; keep one of them", [key, to(setting)]),
			"related": [{"at": key, "message": "the one that counts"}],
		},
		level(key),
	)
}

to(setting) := sprintf(" with %q", [setting.value]) if setting.value != ""

to(setting) := "" if object.get(setting, "value", "") == ""

level(key) := {"consequence": "loss"} if regex.match(`^(execution\.(checkpointing|state-recovery|savepoint)|state|restart-strategy|high-availability)\b`, key)

level(key) := {} if not regex.match(`^(execution\.(checkpointing|state-recovery|savepoint)|state|restart-strategy|high-availability)\b`, key)
