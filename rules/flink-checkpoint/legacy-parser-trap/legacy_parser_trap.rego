# METADATA
# title: flink-conf.yaml is not YAML, so Flink reads something else here
# description: |
#   The reader of flink-conf.yaml goes line by line: it cuts a line at the first number sign, splits it at the first colon that a
#   blank follows, and trims both sides. A nested block becomes bare keys such as interval, which nothing reads, a line
#   without ": " is dropped with no more than a log message, quotes belong to the value, and of two lines for a key the last one
#   counts. Checkpointing written as a block is off. Images of Flink up to 1.18 append FLINK_PROPERTIES to this file. Write each
#   key with all its parts on one line, without quotes.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-1.19/
# custom:
#   id: FC023
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster]
#   supersedes: [KM008]
#   remediation: Write the key with all its parts and its plain value on one line.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.legacy_parser_trap

# The facts hold the key, so this rule goes over all settings.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.nested.")
	key := trim_prefix(fact, "@conf.nested.")
	finding := object.union(
		{
			"at": {"key": fact, "part": "key"},
			"message": sprintf(
				"%s is nested, but flink-conf.yaml is read line by line: Flink %s and %s stays unset; write \"%s: value\" on one line",
				[key, seen(setting.value), key, key],
			),
		},
		level(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.line.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf(
				"Flink drops this line, as flink-conf.yaml needs a colon and a blank between key and value: %s stays unset; write \"%s: value\"",
				[setting.value, setting.value],
			),
		},
		level(setting.value),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.quoted.")
	key := trim_prefix(fact, "@conf.quoted.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s: in flink-conf.yaml the quotes are part of the value; remove them", [setting.written]),
		},
		level(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.yaml.")
	key := trim_prefix(fact, "@conf.yaml.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s: flink-conf.yaml is no YAML, so Flink takes %q for the value as it stands; write a plain value", [setting.written, setting.value]),
		},
		level(key),
	)
}

report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.cut.")
	key := trim_prefix(fact, "@conf.cut.")
	finding := object.union(
		{
			"at": fact,
			"message": sprintf("%s: a line of flink-conf.yaml ends at the first number sign, quoted or not, so what follows is no part of the value", [setting.written]),
		},
		level(key),
	)
}

# One of the two values counts, so this alone loses nothing.
report contains finding if {
	some fact, setting in input.settings
	startswith(fact, "@conf.duplicate.")
	finding := {
		"at": fact,
		"message": sprintf("%s has no effect, as the same key is set again in this file%s; keep one of them", [setting.written, to(setting)]),
		"severity": "warning",
		"consequence": "ignored",
		"related": [{"at": trim_prefix(fact, "@conf.duplicate."), "message": "the one that counts"}],
	}
}

seen("") := "drops the line"

seen(key) := sprintf("sees the key %q", [key]) if key != ""

to(setting) := sprintf(" to %q", [setting.value]) if setting.value != ""

to(setting) := "" if object.get(setting, "value", "") == ""

# Keys on which state and recovery depend keep the rule's level.
level(key) := {} if safety(key)

level(key) := {"severity": "warning", "consequence": "ignored"} if not safety(key)

safety(key) if regex.match(`^(execution\.(checkpointing|state-recovery|savepoint)|state|restart-strategy|high-availability)\b`, key)
