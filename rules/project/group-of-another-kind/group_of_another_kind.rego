# METADATA
# title: an application is in a group of another kind
# description: |
#   The members of a group must agree on its protocol. A Streams application, whose group is its application.id, the workers of Connect and
#   plain consumers have protocols of their own: the coordinator refuses whoever comes later with
#   InconsistentGroupProtocolException. Give each a group of its own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_application.id
# custom:
#   id: KC046
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer, streams, connect-worker, sink-connector]
#   scope: project
#   remediation: Give each application a group of its own.
#   since: "0.2.0"
package kcfglint.rules.project.group_of_another_kind

import data.kcfglint.lib.near

# ClassicGroup.supportsProtocols
report contains finding if {
	some group, ids in input.joins["mixed-group"]
	clusters := near.parts([[sort_of(input.components[id]), id] | some id in ids])
	some cluster, kinds in clusters
	some kind, id in kinds
	others := [o | some k, o in object.union(object.get(clusters, "", {}), kinds); k != kind; elsewhere(id, o); not judged(kind, k)]
	peer := min(others)
	finding := {
		"at": {"key": key[kind], "component": id},
		"message": $`the group "{group}" is also that of {words[sort_of(input.components[peer])]} in {input.components[peer].file}: the coordinator refuses whoever comes later, as {words[kind]} do otherwise; give each a group of its own`,
		"related": [{"at": {"key": key[sort_of(input.components[peer])], "component": peer}, "message": "the same group"}],
	}
}

elsewhere(id, other) if input.components[id].file != input.components[other].file

# Another rule says so of a sink and its workers.
judged("sinks", "workers")

judged("workers", "sinks")

# The consumers of sinks are plain ones.
judged("sinks", "consumers")

judged("consumers", "sinks")

sort_of(component) := {"consumer": "consumers", "sink-connector": "sinks", "streams": "streams", "connect-worker": "workers"}[component.kind]

words := {"consumers": "consumers", "sinks": "sinks", "streams": "Streams applications", "workers": "workers of Connect"}

key := {"consumers": "group.id", "sinks": "name", "streams": "application.id", "workers": "group.id"}
