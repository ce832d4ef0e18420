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

# DistributedHerder.validateSinkConnectorGroupId
report contains finding if {
	some id, host in worker
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

# The workers of a place, if they are of one file: with several nobody knows which of them runs a connector.
worker[id] := workers[0] if {
	some ids in input.joins["connect-cluster"]
	workers := [w | some w in ids; input.components[w].kind == "connect-worker"]
	count(workers) == 1
	some id in ids
	input.components[id].kind == "sink-connector"
}
