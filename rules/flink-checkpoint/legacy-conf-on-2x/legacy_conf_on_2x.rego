# METADATA
# title: a configuration file that this version of Flink does not read
# description: |
#   Since 2.0 Flink reads config.yaml only. A flink-conf.yaml that is mounted into such an image is not read and nothing says so:
#   the cluster starts with defaults, without checkpoints, a checkpoint directory or high availability. Move the settings to
#   config.yaml, which is YAML 1.2; bin/migrate-config-file.sh of the distribution does so. Up to 1.20 it is the other way
#   round: where flink-conf.yaml stands beside config.yaml, Flink reads that file only, and up to 1.18 it knows no config.yaml at all.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/release-notes/flink-2.0/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#flink-configuration-file
# custom:
#   id: FC022
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster]
#   versions: ["flink 2.0"]
#   remediation: Move the settings to the file that the version reads, config.yaml from 1.19 on.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.legacy_conf_on_2x

report contains finding if {
	input.values["@file"] == "flink-conf.yaml"
	input.versions.flink.version >= [2, 0]
	finding := {
		"at": "@file",
		"message": sprintf(
			"flink-conf.yaml is not read by Flink %s, so all its settings are ignored, checkpointing included; move them to config.yaml",
			[version],
		),
	}
}

# GlobalConfiguration.loadConfiguration
report contains finding if {
	input.values["@file.unread"] == "flink-conf.yaml"
	finding := {
		"at": "@file.unread",
		"message": sprintf("config.yaml is not read by Flink %s, because flink-conf.yaml stands beside it: all its settings are ignored; keep one of the two", [version]),
		"severity": "warning",
		"consequence": "ignored",
	}
}

# The option to read it came with 1.19 (FLIP-366).
report contains finding if {
	input.values["@file.unread"] == "version"
	finding := {
		"at": "@file.unread",
		"message": sprintf("config.yaml is not read by Flink %s, which knows flink-conf.yaml only, so all its settings are ignored, checkpointing included; move them there", [version]),
	}
}

version := concat(".", [format_int(part, 10) | some part in input.versions.flink.version])
