# METADATA
# title: a sink would be in the group of the workers
# description: |
#   The consumers of a sink are in the group connect-NAME unless consumer.override.group.id says otherwise, and the
#   workers are in the group group.id. Connect refuses a sink whose group is that of the workers. Rename the connector,
#   or give the workers another group.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_group.id
# custom:
#   id: KN023
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [sink-connector]
#   scope: project
#   remediation: Rename the connector, or the group of the workers.
#   since: "0.2.0"
package kcfglint.rules.project.sink_group_conflict

import data.kcfglint.lib.workers

# DistributedHerder.validateSinkConnectorGroupId
report contains finding if {
	some id, host in workers.of
	input.components[id].kind == "sink-connector"
	group := input.components[id].links.group
	group != ""
	group == trim_space(input.components[host].values["group.id"])
	input.components[host].state["group.id"] in {"explicit", "inherited"}
	finding := {
		"at": {"key": at(id), "component": id},
		"message": $`the consumers of this sink are in the group "{group}", which is that of the workers in {input.components[host].file}: Connect refuses the connector; rename it, or set consumer.override.group.id`,
		"related": [{"at": {"key": "group.id", "component": host}, "message": "the group of the workers"}],
	}
}

at(id) := "consumer.override.group.id" if input.components[id].state["consumer.override.group.id"] in {"explicit", "inherited"}

at(id) := "name" if not input.components[id].state["consumer.override.group.id"] in {"explicit", "inherited"}
