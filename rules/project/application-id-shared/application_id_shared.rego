# METADATA
# title: two Streams applications have the same application.id
# description: |
#   application.id is the group of the application's instances, the prefix of its internal topics and the name of its folder for state. Two applications with
#   one id are taken for instances of one: each gets part of the partitions of the other, fails on topics that it does not know, and writes into the
#   other's changelogs. Give each application an id of its own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_application.id
# custom:
#   id: KS034
#   severities: [error]
#   confidence: likely
#   consequence: corruption
#   kinds: [streams]
#   scope: project
#   remediation: Give each application an application.id of its own.
#   since: "0.2.0"
package kcfglint.rules.project.application_id_shared

import data.kcfglint.lib.near

report contains finding if {
	some name, ids in input.joins["application-id"]
	clusters := near.parts([[near.module(input.components[id].file), id] | some id in ids])
	some cluster, modules in clusters
	others := near.around(clusters, cluster)
	some id in modules
	peer := near.spouse(others, id)
	finding := {
		"at": {"key": "application.id", "component": id},
		"message": $`application.id="{name}" is also that of the application in {input.components[peer].file}: Kafka takes the two for instances of one, which mix partitions, changelogs and state; give each an id of its own`,
		"related": [{"at": {"key": "application.id", "component": peer}, "message": "the same id"}],
	}
}
