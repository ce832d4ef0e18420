# METADATA
# title: enable.auto.commit=true without group.id keeps the consumer from starting
# description: |
#   Offsets are committed for a group. Java consumers from 2.2 on refuse to start when auto-commit is asked for and
#   there is no group.id; older ones ignored it. Set group.id, or remove enable.auto.commit where partitions are
#   assigned by hand. The restore and global consumers of Kafka Streams have no group: with restore.consumer.enable.auto.commit
#   or global.consumer.enable.auto.commit an application before 4.2 does not start.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# custom:
#   id: KC002
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Set group.id, or remove enable.auto.commit.
#   versions: ["2.2", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.consumer.auto_commit_without_group

import data.kcfglint.lib.group

report contains finding if {
	input.client.name == "java"
	input.values["enable.auto.commit"] == true
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	input.state["group.id"] == "absent"
	input.owner != "streams"
	group.missing(input.state["group.id"])
	input.versions.client.version >= [2, 2]
	finding := {
		"at": "enable.auto.commit",
		"severity": severity,
		"message": $`enable.auto.commit="true" without group.id: the consumer refuses to start{unless}, as offsets are committed for a group; set group.id`,
		"related": [{"at": "group.id", "message": "group.id is not set"}],
	}
}

# The group is what code most often adds to a file that several consumers share.
default severity := "error"

severity := "warning" if input.code_may_set

default unless := ""

unless := " unless code sets it" if input.code_may_set

# From 4.2 on Streams keeps the setting away from all its consumers.
report contains finding if {
	group.never
	regex.match(`(?:^|\.)(?:restore|global)\.consumer\.`, input.settings["enable.auto.commit"].written)
	lower(trim_space(input.settings["enable.auto.commit"].value)) == "true" # Streams' own false is for the main consumer
	input.versions.client.version >= [2, 2]
	input.versions.client.version < [4, 2]
	finding := {
		"at": "enable.auto.commit",
		"message": $`enable.auto.commit="true" for a consumer that Streams gives no group ({input.name}): the application refuses to start; remove it`,
	}
}
