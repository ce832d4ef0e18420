# METADATA
# title: a consumer without an assignor cannot subscribe
# description: |
#   An empty partition.assignment.strategy is accepted, but the consumer then throws an IllegalStateException when it
#   subscribes. Only consumers that assign their partitions by hand can do without. Remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
# custom:
#   id: KC025
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   remediation: Remove partition.assignment.strategy.
#   since: "0.1.0"
package kcfglint.rules.consumer.assignor_empty

import data.kcfglint.lib.group

report contains finding if {
	input.client.name == "java"
	input.state["partition.assignment.strategy"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["partition.assignment.strategy"].value) == ""
	not group.missing(input.state["group.id"])
	not brokers_assign
	finding := {
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy="": the consumer starts, but subscribing fails, as there is no assignor; remove it`,
	}
}

brokers_assign if {
	lower(input.values["group.protocol"]) == "consumer"
	input.versions.client.version >= [3, 7]
}
