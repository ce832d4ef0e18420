# METADATA
# title: an environment variable that becomes no setting
# description: |
#   The start scripts of the images make properties of variables: the prefix goes, letters become small, underscores dots.
#   A variable whose property no broker or worker knows is written to the file and ignored, and the setting that was meant keeps
#   its default. KAFKA_CFG_ is the prefix of Bitnami's image only; under the others it stays in the name.
# related_resources:
# - ref: https://docs.confluent.io/platform/current/installation/docker/config-reference.html
# - ref: https://github.com/apache/kafka/blob/trunk/docker/examples/README.md
# custom:
#   id: KM015
#   severities: [warning]
#   confidence: likely
#   consequence: ignored
#   kinds: [broker, connect-worker]
#   remediation: Write the variable of the setting that is meant.
#   since: "0.2.0"
package kcfglint.rules.catalog.env_name_mapping

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	regex.match(`^(?:KAFKA|CONNECT)_[A-Z0-9_]+$`, setting.written)
	finding := {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} becomes {key}, which {reader} does not know and ignores; {mend(key, setting.written, issue.suggestion)}`,
	}
}

reader := "the broker" if input.kind == "broker"

reader := "Kafka Connect" if input.kind == "connect-worker"

# How images write an underscore or a dash differs.
mend(key, written, meant) := $`write {variable}` if {
	regex.match(`^[a-z0-9.]+$`, meant)
	endswith(written, upper(replace(key, ".", "_")))
	not startswith(key, "cfg.")
	prefix := trim_suffix(written, upper(replace(key, ".", "_")))
	variable := concat("", [prefix, upper(replace(meant, ".", "_"))])
}

mend(key, _, meant) := $`KAFKA_CFG_ is the prefix of another image; write KAFKA_{upper(replace(meant, ".", "_"))}` if {
	startswith(key, "cfg.")
	regex.match(`^[a-z0-9.]+$`, meant)
}

mend(_, _, meant) := $`write the variable of {meant}` if not regex.match(`^[a-z0-9.]+$`, meant)

mend(key, written, meant) := $`write the variable of {meant}` if {
	not startswith(key, "cfg.")
	regex.match(`^[a-z0-9.]+$`, meant)
	not endswith(written, upper(replace(key, ".", "_")))
}
