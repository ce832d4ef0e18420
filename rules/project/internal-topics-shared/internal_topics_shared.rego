# METADATA
# title: the workers of two groups keep their state in the same topic
# description: |
#   Workers of Connect with another group.id are another Connect cluster. Two of them that name the same topic for configurations, offsets
#   or states read what the other writes: each starts the connectors of the other, and they overwrite each other's offsets.
#   Give each group topics of its own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_config.storage.topic
# - ref: https://kafka.apache.org/documentation/#connectconfigs_group.id
# custom:
#   id: KN038
#   severities: [error]
#   confidence: certain
#   consequence: corruption
#   kinds: [connect-worker]
#   scope: project
#   remediation: Give each group of workers topics of its own.
#   since: "0.2.0"
package kcfglint.rules.project.internal_topics_shared

import data.kcfglint.lib.near

report contains finding if {
	some topic, ids in input.joins["internal-topic"]
	clusters := near.parts([[group(input.components[id]), id] | some id in ids])
	some cluster, groups in clusters
	others := near.around(clusters, cluster)
	some id in groups
	peer := near.spouse(others, id)
	worker := input.components[id]
	other := input.components[peer]
	finding := {
		"at": {"key": key(worker, topic), "component": id},
		"message": $`{key(worker, topic)}="{topic}" is also a topic of the workers in {other.file}, whose group.id is {other.values["group.id"]}: each group runs the other's connectors and overwrites what it keeps; give each topics of its own`,
		"related": [{"at": {"key": key(other, topic), "component": peer}, "message": "the same topic"}],
	}
}

group(worker) := trim_space(worker.values["group.id"]) if {
	worker.state["group.id"] in {"explicit", "inherited"}
	worker.cluster != "" # as the names are those of every example, nothing follows where it is not known
}

key(worker, topic) := min([k |
	some k, name in {
		"config.storage.topic": worker.values["config.storage.topic"],
		"offset.storage.topic": worker.values["offset.storage.topic"],
		"status.storage.topic": worker.values["status.storage.topic"],
	}
	trim_space(name) == topic
])
