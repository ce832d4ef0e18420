# METADATA
# title: config.yaml is read otherwise than it looks
# description: |
#   Flink joins the levels of config.yaml with dots after the file is read. The same name twice in one mapping keeps it from
#   starting, but a flat key beside a nested one that joins to the same name is accepted, and the one that stands last counts
#   without a word. Whoever changes the other one changes nothing. Write each key once.
#   FLINK_PROPERTIES of the images is no YAML, though it becomes part of that file from 1.19 on: the start script takes all
#   blanks out of each line and splits it at its first colon, so that a nested block becomes bare keys that nothing reads, and
#   a comment behind a value a part of it. It then writes all keys as a tree. Of restart-strategy: fixed-delay and
#   restart-strategy.fixed-delay.attempts, one is a value where the other needs a branch: the attempts are lost, or the script
#   fails and leaves a file that Flink cannot read. Write flat keys by their newest names.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#flink-configuration-file
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-1.19/
# - ref: https://github.com/apache/flink-docker/blob/dev-1.20/docker-entrypoint.sh
# custom:
#   id: FC024
#   severities: [warning, error]
#   confidence: certain
#   consequence: ignored
#   kinds: [flink-cluster]
#   remediation: Write each key once, flat and by its newest name.
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

# process_flink_properties of docker-entrypoint.sh; up to 1.18 a block becomes bare keys as well.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@env.nested.")
	key := trim_prefix(fact, "@env.nested.")
	finding := object.union(
		{
			"at": {"key": fact, "part": "key"},
			"message": sprintf(
				"%s is nested, but FLINK_PROPERTIES is read line by line: Flink sees the key %q and %s stays unset; write \"%s: value\" on one line",
				[key, setting.value, key, key],
			),
		},
		grave(key),
	)
}

# YamlParserUtils.convertAndDumpYamlFromFlatMap goes over the keys in the order of a hash table: the longer ones are lost if they come
# first, and else the cast to a map fails.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@env.clash.")
	key := trim_prefix(fact, "@env.clash.")
	finding := object.union(
		{
			"at": {"key": fact, "part": "key"},
			"message": sprintf(
				"%s is a value and %s lies below it: the image writes FLINK_PROPERTIES to config.yaml as a tree, which cannot hold both, so the longer key is lost or Flink does not start%s",
				[setting.written, setting.value, instead(setting.written, key)],
			),
		},
		decisive(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@env.comment.")
	key := trim_prefix(fact, "@env.comment.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s: FLINK_PROPERTIES has no comments and blanks are taken out, so %s; put the comment on a line of its own", [setting.written, becomes(setting)]),
		},
		grave(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@env.quoted.")
	key := trim_prefix(fact, "@env.quoted.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s: in FLINK_PROPERTIES the quotes are part of the value; remove them", [setting.written]),
		},
		grave(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@env.joined.")
	finding := {
		"at": fact,
		"message": sprintf("%s: all blanks are taken out of FLINK_PROPERTIES, so the options run together; give them in a configuration file or, one each, under keys of their own", [setting.written]),
	}
}

becomes(setting) := sprintf("the value is %q", [setting.value]) if setting.value != ""

becomes(setting) := "the comment is part of the value" if object.get(setting, "value", "") == ""

instead(written, key) := sprintf("; write %s", [key]) if written != key

instead(written, key) := "; rename or remove one of them" if written == key

# Where the longer keys decide whether a job comes back.
decisive(key) := grave(key) if not startswith(key, "state.")

decisive(key) := {} if startswith(key, "state.")

# Keys on which state and recovery depend.
grave(key) := {"severity": "error", "consequence": "loss"} if safety(key)

grave(key) := {} if not safety(key)

to(setting) := sprintf(" with %q", [setting.value]) if setting.value != ""

to(setting) := "" if object.get(setting, "value", "") == ""

level(key) := {"consequence": "loss"} if safety(key)

level(key) := {} if not safety(key)

safety(key) if regex.match(`^(execution\.(checkpointing|state-recovery|savepoint)|state|restart-strategy|high-availability)\b`, key)
